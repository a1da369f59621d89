import {
  DescribeIdentityPoolCommand,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
  GetOpenIdTokenCommand,
  GetOpenIdTokenForDeveloperIdentityCommand,
} from '@aws-sdk/client-cognito-identity';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AssertionFacts } from '../../../harness/aws/assertion-facts.ts';
import { createControlClient } from '../../core/control-client.ts';
import type { SigningKey } from '../../core/keys.ts';
import { type MountedDouble, mount } from '../../core/mount.ts';
import { createTestKey } from '../testing/test-world.ts';
import { start } from '../testing/world.ts';
import { createIdentityPoolClient, type IdentityPoolClient } from './client.ts';
import { createIdentityPools } from './double.ts';
import {
  developer,
  enter,
  loginOf,
  logins,
  pool,
  poolClient,
  poolConfig,
  poolId,
  provider,
  refusalOf,
  roles,
} from './testing/pool-world.ts';

let now = start;
let first: SigningKey;
let second: SigningKey;
let stranger: SigningKey;
let mounted: MountedDouble;
let client: IdentityPoolClient;
const exampleKeys = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
beforeAll(async () => {
  [first, second, stranger] = (await Promise.all(
    ['one', 'two', 'stranger'].map((name) => createTestKey(name, start)),
  )) as [SigningKey, SigningKey, SigningKey]; // as many as names
  mounted = await mount(createIdentityPools(poolConfig([first, second]), { now: () => now }));
  client = createIdentityPoolClient(createControlClient(mounted.controlUrl));
});
beforeEach(async () => {
  now = start;
  await client.reset();
});
afterAll(() => mounted[Symbol.asyncDispose]());

const sdk = () => poolClient(mounted.url);
const getId = (token: string, key = provider, id = poolId) =>
  sdk().send(new GetIdCommand({ IdentityPoolId: id, Logins: { [key]: token } }));
const credentialsFor = (identityId: string | undefined, token?: string) =>
  sdk().send(
    new GetCredentialsForIdentityCommand({
      IdentityId: identityId,
      ...(token === undefined ? {} : { Logins: logins(token) }),
    }),
  );

describe('a login', () => {
  it('by any certificate of the metadata counts', async () => {
    for (const [index, key] of [first, second].entries())
      await expect(enter(sdk(), loginOf(key, `_a${index}`))).resolves.toMatchObject({
        IdentityId: expect.any(String),
      });
  });

  it('gives keys for an hour', async () => {
    const { Credentials: given } = await enter(sdk(), loginOf(first, '_a1'));
    expect(given?.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(given?.Expiration?.getTime()).toBe(start + 3_600_000);
  });

  it('of the same person leads to the same identity, and of another to another', async () => {
    const bob = (facts: AssertionFacts) => ({
      ...facts,
      nameId: { value: 'bob@example.com', format: facts.nameId?.format },
    });
    const [one, again, other] = [
      await getId(loginOf(first, '_a1')),
      await getId(loginOf(first, '_a2')),
      await getId(loginOf(first, '_a3', { facts: bob })),
    ].map(({ IdentityId }) => IdentityId);
    expect(one).toMatch(/^us-east-1:[0-9a-f-]{36}$/);
    expect(again).toBe(one);
    expect(other).not.toBe(one);
    expect((await refusalOf(credentialsFor(one, loginOf(first, '_a4', { facts: bob })))).message).toBe(
      "Logins don't match. Please include at least one valid login for this identity or identity pool.",
    );
  });

  const wrong: readonly {
    readonly what: string;
    readonly token: () => string;
    readonly key?: string;
    readonly message: string | RegExp;
  }[] = [
    {
      what: 'a stranger’s key',
      token: () => loginOf(stranger, '_a1'),
      message: "Invalid login token. Couldn't verify signed token.",
    },
    {
      what: 'another issuer',
      token: () =>
        loginOf(first, '_a1', { facts: (facts) => ({ ...facts, issuer: 'https://other.example/saml' }) }),
      message: "Invalid login token. Issuer doesn't match providerName",
    },
    {
      what: 'another audience',
      token: () =>
        loginOf(first, '_a1', { facts: (facts) => ({ ...facts, audienceRestrictions: [['urn:other']] }) }),
      message: 'Invalid login token. Response does not contain the required audience',
    },
    {
      what: 'an end that is past',
      token: () => loginOf(first, '_a1', { facts: (facts) => ({ ...facts, notOnOrAfterMs: start - 1_000 }) }),
      message: /^Invalid login token\. Token expired: \d+ >= \d+$/,
    },
    {
      what: 'six minutes on the way',
      token: () =>
        loginOf(first, '_a1', {
          now: start - 360_000,
          facts: (facts) => ({ ...facts, notOnOrAfterMs: start + 60_000 }),
        }),
      message: /redeemed within 5 minutes/,
    },
    {
      what: 'a status other than Success',
      token: () =>
        loginOf(first, '_a1', {
          facts: (facts) => ({ ...facts, statusCode: 'urn:oasis:names:tc:SAML:2.0:status:Responder' }),
        }),
      message: /authentication failed/,
    },
    { what: 'text that is no response', token: () => 'aGVsbG8=', message: /Invalid base64 SAMLResponse$/ },
    {
      what: 'a key of Logins that the pool does not list',
      token: () => loginOf(first, '_a1'),
      key: `${provider}s`,
      message: 'Token is not from a supported provider of this identity pool.',
    },
    {
      what: 'more than 50,000 characters',
      token: () => 'A'.repeat(50_001),
      message: /^1 validation error detected: Value at 'logins' failed to satisfy constraint/,
    },
    {
      what: 'a key of Logins with more than 128 characters',
      token: () => loginOf(first, '_a1'),
      key: provider.padEnd(129, 'x'),
      message: /^1 validation error detected: Value at 'logins'/,
    },
  ];
  it.each(wrong)('with $what is refused', async ({ token, key, message }) => {
    const refusal = await refusalOf(getId(token(), key));
    expect(refusal).toMatchObject({ status: 400, message: expect.stringMatching(message) });
    expect(refusal.name).toMatch(/NotAuthorizedException|ValidationException/);
  });

  it('may have 50,000 characters', async () => {
    const plain = loginOf(first, '_a1').length;
    const filled = loginOf(first, '_a1', {
      attributes: { note: ['x'.repeat(Math.floor(((50_000 - plain) * 3) / 4) - 150)] },
    });
    expect(filled.length).toBeGreaterThan(49_500);
    expect(filled.length).toBeLessThanOrEqual(50_000);
    await expect(getId(filled)).resolves.toMatchObject({ IdentityId: expect.any(String) });
  });
});

describe('guests', () => {
  it('are refused where the pool takes none', async () => {
    const refusal = await refusalOf(sdk().send(new GetIdCommand({ IdentityPoolId: poolId })));
    expect(refusal.message).toBe('Unauthenticated access is not supported for this identity pool.');
  });

  it('get the guests’ role where it does, and nobody else’s identity', async () => {
    await client.putPool({ ...pool, allowUnauthenticated: true, unauthenticatedRole: roles.guest });
    const { IdentityId: guest } = await sdk().send(new GetIdCommand({ IdentityPoolId: poolId }));
    await expect(credentialsFor(guest)).resolves.toMatchObject({ IdentityId: guest });
    const { IdentityId: member } = await getId(loginOf(first, '_a1'));
    expect((await refusalOf(credentialsFor(member))).name).toBe('NotAuthorizedException');
  });
});

describe('tokens', () => {
  const token = (identityId: string | undefined, saml: string) =>
    sdk().send(new GetOpenIdTokenCommand({ IdentityId: identityId, Logins: logins(saml) }));

  it('of the basic flow are good for ten minutes and carry the tags', async () => {
    await client.putPool({ ...pool, principalTags: [{ provider, tags: [{ key: 'Team', claim: 'team' }] }] });
    const saml = loginOf(first, '_a1', { attributes: { team: ['blue'] } });
    const { IdentityId } = await getId(saml);
    const { Token = '' } = await token(IdentityId, saml);
    const keys = createRemoteJWKSet(new URL(`${mounted.url}/.well-known/jwks_uri`));
    const { payload } = await jwtVerify(Token, keys, {
      issuer: 'https://cognito-identity.amazonaws.com',
      audience: poolId,
      currentDate: new Date(start),
    });
    expect(payload).toMatchObject({
      sub: IdentityId,
      amr: ['authenticated', provider],
      'https://aws.amazon.com/tags': { principal_tags: { Team: ['blue'] } },
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(600);
  });

  it.each([
    [{ allowClassicFlow: false }, 'Basic (classic) flow is not enabled, please use enhanced flow.'],
    [
      { roleMappings: [{ provider, type: 'Token', ambiguousRoleResolution: 'Deny' }] },
      'Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.',
    ],
  ])('are refused with %j', async (change, message) => {
    await client.putPool({ ...pool, ...change });
    const { IdentityId } = await getId(loginOf(first, '_a1'));
    expect(await refusalOf(token(IdentityId, loginOf(first, '_a2')))).toMatchObject({
      name: 'InvalidParameterException',
      message,
    });
  });

  it('for developers need a signature and the developer’s own login', async () => {
    await client.putPool({ ...pool, developerProvider: developer });
    const ask = (keys: typeof exampleKeys, map: Record<string, string>) =>
      poolClient(mounted.url, keys).send(
        new GetOpenIdTokenForDeveloperIdentityCommand({
          IdentityPoolId: poolId,
          Logins: map,
          TokenDuration: 60,
        }),
      );
    const given = await ask(exampleKeys, { [developer]: 'alice' });
    expect(given.IdentityId).toMatch(/^us-east-1:/);
    expect(await ask(exampleKeys, { [developer]: 'alice' })).toMatchObject({ IdentityId: given.IdentityId });
    expect((await refusalOf(ask(exampleKeys, logins(loginOf(first, '_a1'))))).name).toBe(
      'InvalidParameterException',
    );
    const forged = { ...exampleKeys, secretAccessKey: 'somebodyElse' };
    expect((await refusalOf(ask(forged, { [developer]: 'alice' }))).name).toBe('InvalidSignatureException');
    // Without keys of its own nobody may vouch for anybody.
    expect((await refusalOf(getId('alice', developer))).name).toBe('NotAuthorizedException');
  });
});

describe('the protocol', () => {
  it('answers as the JSON 1.1 protocol has it', async () => {
    const answer = await fetch(mounted.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityService.GetId',
      },
      body: JSON.stringify({ IdentityPoolId: 'us-east-1:00000000-0000-0000-0000-000000000000' }),
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('x-amzn-errortype')).toBe('ResourceNotFoundException:');
    expect(answer.headers.get('content-type')).toBe('application/x-amz-json-1.1');
    expect(await answer.json()).toEqual({
      __type: 'ResourceNotFoundException',
      message: "IdentityPool 'us-east-1:00000000-0000-0000-0000-000000000000' not found.",
    });
  });

  it('says which member breaks which constraint', async () => {
    const refusal = await refusalOf(getId(loginOf(first, '_a1'), provider, 'no pool'));
    expect(refusal.message).toBe(
      "1 validation error detected: Value 'no pool' at 'identityPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+:[0-9a-f-]+",
    );
  });

  it('makes nothing up for operations that it does not have', async () => {
    const call = (operation: string) =>
      fetch(mounted.url, {
        method: 'POST',
        headers: { 'x-amz-target': `AWSCognitoIdentityService.${operation}` },
        body: '{}',
      });
    expect((await call('UnlinkIdentity')).status).toBe(501);
    const unknown = await call('GetEverything');
    expect([unknown.status, await unknown.json()]).toEqual([
      400,
      { __type: 'UnknownOperationException', message: '' },
    ]);
  });

  it('shows an administrator how the pool is set up, and nobody else', async () => {
    const describe = (keys?: typeof exampleKeys) =>
      poolClient(mounted.url, keys).send(new DescribeIdentityPoolCommand({ IdentityPoolId: poolId }));
    expect(await describe(exampleKeys)).toMatchObject({
      SamlProviderARNs: [provider],
      IdentityPoolName: 'acme',
    });
    const stranger = { accessKeyId: 'AKIAAAAAAAAAAAAAAAAA', secretAccessKey: 'unknown' };
    expect((await refusalOf(describe(stranger))).name).toBe('UnrecognizedClientException');
  });
});
