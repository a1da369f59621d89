import {
  AssumeRoleWithSAMLCommand,
  GetCallerIdentityCommand,
  STSClient,
  STSServiceException,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createControlClient } from '../../core/control-client.ts';
import type { SigningKey } from '../../core/keys.ts';
import { type MountedDouble, mount } from '../../core/mount.ts';
import { createTestKey, metadataFor } from '../testing/test-world.ts';
import {
  accountsOf,
  factsOf,
  issuer,
  pairOf,
  production,
  providerArnOf,
  providerOf,
  responseOf,
  roleArnOf,
  sandbox,
  start,
} from '../testing/world.ts';
import { createStsClient, type StsClient } from './client.ts';
import { createSts } from './double.ts';

let now = start;
let key: SigningKey;
let newKey: SigningKey;
let mounted: MountedDouble;
let client: StsClient;
const sdks: STSClient[] = [];
beforeAll(async () => {
  [key, newKey] = await Promise.all([createTestKey('idp', start), createTestKey('idp 2', start)]);
  mounted = await mount(createSts(accountsOf(key), { now: () => now }));
  client = createStsClient(createControlClient(mounted.controlUrl));
});
beforeEach(async () => {
  now = start;
  await client.reset();
});
afterAll(async () => {
  for (const sdk of sdks) sdk.destroy();
  await mounted[Symbol.asyncDispose]();
});

function sdkOf(credentials?: {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}): STSClient {
  const sdk = new STSClient({
    region: 'us-east-1',
    endpoint: mounted.url,
    maxAttempts: 1,
    ...(credentials === undefined ? {} : { credentials }),
  });
  sdks.push(sdk);
  return sdk;
}

function assume(samlAssertion: string, role = 'Admin', account = production) {
  return sdkOf().send(
    new AssumeRoleWithSAMLCommand({
      RoleArn: roleArnOf(account, role),
      PrincipalArn: providerArnOf(account),
      SAMLAssertion: samlAssertion,
    }),
  );
}

async function refusalOf(answer: Promise<unknown>): Promise<STSServiceException> {
  const error = await answer.catch((thrown: unknown) => thrown);
  if (error instanceof STSServiceException) return error;
  throw new Error('STS did not refuse.');
}

async function keysOf(answer: ReturnType<typeof assume>) {
  const { Credentials } = await answer;
  return {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  };
}

const genuine = () => responseOf(factsOf([pairOf(production, 'Admin'), pairOf(sandbox, 'Admin')]), key);

describe('GetCallerIdentity', () => {
  it('says whose keys they are', async () => {
    const keys = await keysOf(assume(genuine()));
    const answer = await sdkOf(keys).send(new GetCallerIdentityCommand({}));
    expect(answer).toMatchObject({
      Account: production,
      Arn: `arn:aws:sts::${production}:assumed-role/Admin/alice@example.com`,
      UserId: expect.stringMatching(/^AROA[A-Z2-7]{17}:alice@example\.com$/),
    });
    expect(await client.whoami(keys.accessKeyId)).toBe(answer.Arn);
  });

  it('knows the long-term keys of the configuration', async () => {
    const answer = await sdkOf({
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    }).send(new GetCallerIdentityCommand({}));
    expect(answer.Arn).toBe(`arn:aws:iam::${production}:user/admin`);
  });

  it('refuses keys that nobody gave out, and a wrong session token', async () => {
    const keys = await keysOf(assume(genuine()));
    for (const wrong of [
      { ...keys, accessKeyId: 'ASIAAAAAAAAAAAAAAAAA' },
      { ...keys, sessionToken: 'another' },
      { accessKeyId: keys.accessKeyId, secretAccessKey: keys.secretAccessKey },
    ]) {
      const error = await refusalOf(sdkOf(wrong).send(new GetCallerIdentityCommand({})));
      expect(error).toMatchObject({ name: 'InvalidClientTokenId', $metadata: { httpStatusCode: 403 } });
    }
  });

  it('refuses a signature by another secret', async () => {
    const keys = await keysOf(assume(genuine()));
    const wrong = { ...keys, secretAccessKey: 'x'.repeat(40) };
    const error = await refusalOf(sdkOf(wrong).send(new GetCallerIdentityCommand({})));
    expect(error.name).toBe('SignatureDoesNotMatch');
  });

  it('refuses keys from the second on that they expire, and not before', async () => {
    const keys = await keysOf(assume(genuine()));
    now = start + 3_600_000 - 1;
    expect((await sdkOf(keys).send(new GetCallerIdentityCommand({}))).Account).toBe(production);
    now = start + 3_600_000;
    expect((await refusalOf(sdkOf(keys).send(new GetCallerIdentityCommand({})))).name).toBe('ExpiredToken');
    expect(await client.whoami(keys.accessKeyId)).toBeNull();
  });

  it('keeps keys over a restart, as AWS’s carry all that they stand for', async () => {
    const keys = await keysOf(assume(genuine()));
    await client.restart();
    expect((await sdkOf(keys).send(new GetCallerIdentityCommand({}))).Account).toBe(production);
  });

  it('refuses an unsigned call', async () => {
    const answer = await fetch(`${mounted.url}/?Action=GetCallerIdentity&Version=2011-06-15`);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('<Code>MissingAuthenticationToken</Code>');
  });
});

describe('one assertion, used again', () => {
  it('is redeemed for several roles, and twice for one, and the event log tells of it', async () => {
    const saml = genuine();
    const first = await keysOf(assume(saml));
    const second = await keysOf(assume(saml, 'Admin', sandbox));
    const third = await keysOf(assume(saml));
    expect(new Set([first.accessKeyId, second.accessKeyId, third.accessKeyId]).size).toBe(3);
    const events = await createControlClient(mounted.controlUrl).get<
      readonly { type: string; data: object }[]
    >('/events');
    expect(events.filter(({ type }) => type === 'assertion-reused').map(({ data }) => data)).toEqual([
      { issuer, assertionId: '_a1', before: 1 },
      { issuer, assertionId: '_a1', before: 2 },
    ]);
  });

  it('is refused once five minutes have gone', async () => {
    const facts = { ...factsOf([pairOf(production, 'Admin')]), notOnOrAfterMs: start + 3_600_000 };
    const [one] = facts.confirmations;
    const late = {
      ...facts,
      confirmations: one === undefined ? [] : [{ ...one, notOnOrAfterMs: start + 3_600_000 }],
    };
    const saml = responseOf(late, key);
    now = start + 300_000;
    await assume(saml);
    now = start + 300_001;
    expect((await refusalOf(assume(saml))).message).toBe(
      'Token must be redeemed within 5 minutes of issuance',
    );
  });
});

describe('rollover of the provider’s certificate', () => {
  const signedBy = (signer: SigningKey) => responseOf(factsOf([pairOf(production, 'Admin')]), signer);

  it('refuses the new key until the metadata has it, takes both while it has both, then the new one only', async () => {
    expect((await refusalOf(assume(signedBy(newKey)))).message).toBe('Response signature invalid');
    await client.putProvider(providerOf(production, [key.certificateDer, newKey.certificateDer]));
    await assume(signedBy(key));
    await assume(signedBy(newKey));
    await client.putProvider(providerOf(production, [newKey.certificateDer]));
    expect((await refusalOf(assume(signedBy(key)))).message).toBe('Response signature invalid');
    await assume(signedBy(newKey));
  });

  it('keeps two providers with one issuer apart by their keys', async () => {
    const other = providerArnOf(production, 'Other');
    await client.putProvider({ arn: other, metadata: metadataFor(issuer, [newKey.certificateDer]) });
    await client.putRole({
      arn: roleArnOf(production, 'Both'),
      trustPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Federated: [other, providerArnOf(production)] },
            Action: 'sts:AssumeRoleWithSAML',
          },
        ],
      },
    });
    const pairs = [pairOf(production, 'Both'), `${roleArnOf(production, 'Both')},${other}`];
    const saml = responseOf(factsOf(pairs), key);
    await assume(saml, 'Both');
    const command = new AssumeRoleWithSAMLCommand({
      RoleArn: roleArnOf(production, 'Both'),
      PrincipalArn: other,
      SAMLAssertion: saml,
    });
    expect((await refusalOf(sdkOf().send(command))).message).toBe('Response signature invalid');
  });

  it('takes an expired certificate and an expired provider, which AWS does not rule on, and says so', async () => {
    const old = await createTestKey('old', start - 400 * 86_400_000);
    await client.putProvider({
      ...providerOf(production, [old.certificateDer]),
      validUntil: '2026-02-01T00:00:00Z',
    });
    await assume(signedBy(old));
    const events = await createControlClient(mounted.controlUrl).get<
      readonly { type: string; reason?: string }[]
    >('/events');
    expect(events.filter(({ type }) => type === 'provider-warning').map(({ reason }) => reason)).toEqual([
      'The SAML provider is past its ValidUntil.',
      expect.stringMatching(/^A certificate of the provider expired on 2026-01-2/),
    ]);
  });
});

describe('the wire', () => {
  const form = (fields: Record<string, string>) =>
    fetch(`${mounted.url}/`, { method: 'POST', body: new URLSearchParams(fields) });

  it('answers in the form of the Query protocol', async () => {
    const answer = await form({
      Action: 'AssumeRoleWithSAML',
      Version: '2011-06-15',
      RoleArn: roleArnOf(production, 'Admin'),
      PrincipalArn: providerArnOf(production),
      SAMLAssertion: genuine(),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/xml');
    const id = answer.headers.get('x-amzn-requestid') ?? '';
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const xml = await answer.text();
    expect(xml).toMatch(
      /^<AssumeRoleWithSAMLResponse xmlns="https:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/"><AssumeRoleWithSAMLResult><Audience>/,
    );
    expect(xml).toContain('<Expiration>2026-03-01T13:00:00Z</Expiration>');
    expect(xml).toContain(`<ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata>`);
    expect(xml).not.toContain('PackedPolicySize');
    expect(xml).not.toContain('SourceIdentity');
  });

  it('takes a query string too', async () => {
    const query = new URLSearchParams({
      Version: '2011-06-15',
      Action: 'AssumeRoleWithSAML',
      RoleArn: roleArnOf(production, 'Admin'),
      PrincipalArn: providerArnOf(production),
      SAMLAssertion: genuine(),
    });
    expect((await fetch(`${mounted.url}/?${query}`)).status).toBe(200);
  });

  it('refuses in the form of the Query protocol, and tells the private reason to the audit log only', async () => {
    const answer = await form({
      Action: 'AssumeRoleWithSAML',
      Version: '2011-06-15',
      RoleArn: roleArnOf(production, 'Missing<&>'),
      PrincipalArn: providerArnOf(production),
      SAMLAssertion: genuine(),
    });
    const xml = await answer.text();
    const id = answer.headers.get('x-amzn-requestid');
    expect(answer.status).toBe(400);
    expect(xml).toBe(
      `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Request ARN is invalid</Message></Error><RequestId>${id}</RequestId></ErrorResponse>\n`,
    );
    expect(await client.lastRefusal()).toContain('Missing<&>');
  });

  it.each([
    [{ Version: '2011-06-15' }, 400, '<Code>MissingAction</Code>'],
    [{ Action: 'AssumeRoleWithSAML' }, 400, '<Code>InvalidAction</Code>'],
    [{ Action: 'AssumeRoleWithSAML', Version: '2010-05-08' }, 400, '<Code>InvalidAction</Code>'],
    [{ Action: 'toString', Version: '2011-06-15' }, 400, '<Code>InvalidAction</Code>'],
    [
      { Action: 'AssumeRoleWithSAML', Version: '2011-06-15', DurationSeconds: '1h' },
      400,
      '<Code>MalformedInput</Code>',
    ],
  ])('refuses %o', async (fields, status, text) => {
    const answer = await form(fields);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(text);
  });

  it('answers 501 to what AWS has and it has not, and records it', async () => {
    const answer = await form({ Action: 'AssumeRole', Version: '2011-06-15' });
    expect(answer.status).toBe(501);
    expect((await fetch(`${mounted.url}/other`)).status).toBe(501);
    const events = await createControlClient(mounted.controlUrl).get<readonly { type: string }[]>('/events');
    expect(events.filter(({ type }) => type === 'unknown-request')).toHaveLength(2);
  });

  it('refuses a request that is too long', async () => {
    const answer = await form({ Action: 'AssumeRoleWithSAML', SAMLAssertion: 'a'.repeat(1_000_001) });
    expect(answer.status).toBe(413);
  });

  it('never writes a key that was given out into events, audit or state', async () => {
    const keys = await keysOf(assume(genuine()));
    const control = createControlClient(mounted.controlUrl);
    const all = JSON.stringify([
      await control.get('/events'),
      await client.audit(),
      await client.sessions(),
      await control.get('/state'),
    ]);
    expect(all).toContain(keys.accessKeyId);
    expect(all).not.toContain(keys.secretAccessKey);
    expect(all).not.toContain(keys.sessionToken);
  });
});
