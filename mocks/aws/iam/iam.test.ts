// @peculiar/x509 resolves its parts by decorators, whose metadata this import provides.
import 'reflect-metadata';
import { generateKeyPairSync } from 'node:crypto';
import { KeyUsageFlags, KeyUsagesExtension, X509CertificateGenerator } from '@peculiar/x509';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createControlClient } from '../../core/control-client.ts';
import type { SigningKey } from '../../core/keys.ts';
import { type MountedDouble, mount } from '../../core/mount.ts';
import { hasAwsCli, runAws } from '../testing/aws-cli.ts';
import { callSigned } from '../testing/sign-request.ts';
import { createTestKey, metadataFor } from '../testing/test-world.ts';
import { accountsOf, issuer, production, providerArnOf, sandbox, start } from '../testing/world.ts';
import { type AccountsClient, createIamClient } from './client.ts';
import { createIam } from './double.ts';

/** The pair that AWS prints in its documentation. */
const admin = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
let key: SigningKey;
let mounted: MountedDouble;
let client: AccountsClient;
beforeAll(async () => {
  key = await createTestKey('idp', start);
  mounted = await mount(createIam(accountsOf(key), { now: () => start }));
  client = createIamClient(createControlClient(mounted.controlUrl));
});
beforeEach(() => client.reset());
afterAll(() => mounted[Symbol.asyncDispose]());

function call(Action: string, fields: Readonly<Record<string, string>> = {}, keys = admin) {
  return callSigned(mounted.url, 'iam', { Action, Version: '2010-05-08', ...fields }, keys);
}

const metadata = () => metadataFor(issuer, [key.certificateDer]);
const create = (fields: Readonly<Record<string, string>> = {}) =>
  call('CreateSAMLProvider', { Name: 'New', SAMLMetadataDocument: metadata(), ...fields });
const newArn = providerArnOf(production, 'New');
const lastEvents = async (type: string) =>
  (
    await createControlClient(mounted.controlUrl).get<readonly { type: string; reason?: string }[]>('/events')
  ).filter((event) => event.type === type);

async function expectRefused(
  answer: Promise<{ status: number; xml: string }>,
  status: number,
  code: string,
  message: string,
) {
  const { status: given, xml } = await answer;
  expect(xml).toContain(`<Code>${code}</Code><Message>${message}</Message>`);
  expect(given).toBe(status);
}

/** Base64 DER of a certificate as IAM does not take it. */
async function createOddCertificate({ modulusLength = 2048, twice = false }): Promise<string> {
  const algorithm = {
    ...{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength },
    publicExponent: new Uint8Array([1, 0, 1]),
  };
  const usage = new KeyUsagesExtension(KeyUsageFlags.digitalSignature);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=odd',
    notBefore: new Date(start),
    notAfter: new Date(start + 86_400_000),
    keys: await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']),
    signingAlgorithm: algorithm,
    extensions: twice ? [usage, usage] : [usage],
  });
  return Buffer.from(certificate.rawData).toString('base64');
}

describe('CreateSAMLProvider', () => {
  it('makes a provider that the others show', async () => {
    const { status, xml } = await create({ 'Tags.member.1.Key': 'team', 'Tags.member.1.Value': 'a&b' });
    expect(status).toBe(200);
    expect(xml).toContain(`<SAMLProviderArn>${newArn}</SAMLProviderArn>`);
    expect(xml).toContain('<Tags><member><Key>team</Key><Value>a&amp;b</Value></member></Tags>');
    const shown = (await call('GetSAMLProvider', { SAMLProviderArn: newArn })).xml;
    expect(shown).toMatch(/<SAMLProviderUUID>[A-Z0-9]{22,64}<\/SAMLProviderUUID>/);
    expect(shown).toContain('<CreateDate>2026-03-01T12:00:00Z</CreateDate><ValidUntil>2126-0');
    expect(shown).toContain('&lt;md:EntityDescriptor');
    expect((await call('ListSAMLProviders')).xml).toContain(`<member><Arn>${newArn}</Arn>`);
  });

  it('takes ValidUntil from the metadata that names one', async () => {
    const ending = metadata().replace(' entityID=', ' validUntil="2027-01-02T03:04:05Z" entityID=');
    await create({ SAMLMetadataDocument: ending });
    expect((await call('GetSAMLProvider', { SAMLProviderArn: newArn })).xml).toContain(
      '<ValidUntil>2027-01-02T03:04:05Z</ValidUntil>',
    );
  });

  it('is for the caller’s account, and shows nothing of another', async () => {
    await create();
    expect((await call('ListSAMLProviders')).xml).not.toContain(sandbox);
    await expectRefused(
      call('GetSAMLProvider', { SAMLProviderArn: providerArnOf(sandbox) }),
      404,
      'NoSuchEntity',
      `Manifest not found for arn ${providerArnOf(sandbox)}`,
    );
  });

  it('refuses a name that is taken', () =>
    expectRefused(
      create({ Name: '1Kosmos' }),
      409,
      'EntityAlreadyExists',
      `SAMLProvider ${providerArnOf(production)} already exists.`,
    ));

  it('refuses a name with a space and metadata that is too short, both at once', () =>
    expectRefused(
      create({ Name: 'New one', SAMLMetadataDocument: '<md/>' }),
      400,
      'ValidationError',
      "2 validation errors detected: Value 'New one' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w._-]+; Value '&lt;md/&gt;' at 'sAMLMetadataDocument' failed to satisfy constraint: Member must have length greater than or equal to 1000",
    ));

  it.each([
    ['a byte order mark', () => `\uFEFF${metadata()}`, 'It begins with a byte order mark.'],
    [
      'a document type',
      () => `<!DOCTYPE x>${metadata()}`,
      'It cannot be read as XML. A document type declaration is not allowed.',
    ],
    [
      'no entityID',
      () => metadata().replace(`entityID="${issuer}"`, ''),
      'An EntityDescriptor has no entityID.',
    ],
    [
      'an encryption key only',
      () => metadata().replace('use="signing"', 'use="encryption"'),
      `"${issuer}" has no X.509 certificate for signing.`,
    ],
    [
      'no SingleSignOnService',
      () => metadata().replace(/<md:SingleSignOnService[^>]*>/, ''),
      `"${issuer}" has no SingleSignOnService with a location.`,
    ],
    [
      'a certificate that is none',
      () => metadata().replace(key.certificateDer, 'AAAA'.repeat(300)),
      'A certificate in it cannot be read as X.509.',
    ],
    [
      'service provider metadata',
      () => metadata().replaceAll('IDPSSODescriptor', 'SPSSODescriptor'),
      'It holds no EntityDescriptor with an IDPSSODescriptor.',
    ],
  ])('refuses metadata with %s, and tells why in the event log only', async (_title, make, reason) => {
    await expectRefused(
      create({ SAMLMetadataDocument: make() }),
      400,
      'InvalidInput',
      'Unable to parse metadata',
    );
    expect((await lastEvents('refused')).at(-1)?.reason).toBe(reason);
  });

  it.each([
    [
      'an RSA key of 512 bits',
      { modulusLength: 512 },
      "A certificate's RSA key has 512 bits; at least 1024 are needed.",
    ],
    ['an extension twice', { twice: true }, 'A certificate has one extension twice.'],
  ])('refuses a certificate with %s', async (_title, how, reason) => {
    // Padded, since a short key makes a document shorter than IAM takes.
    const document = `${metadataFor(issuer, [await createOddCertificate(how)])}${' '.repeat(500)}`;
    await expectRefused(
      create({ SAMLMetadataDocument: document }),
      400,
      'InvalidInput',
      'Unable to parse metadata',
    );
    expect((await lastEvents('refused')).at(-1)?.reason).toBe(reason);
  });

  it('takes a certificate with an RSA key of 1024 bits', async () => {
    const document = metadataFor(issuer, [await createOddCertificate({ modulusLength: 1024 })]);
    expect((await create({ SAMLMetadataDocument: document })).status).toBe(200);
  });

  it('takes ten identity providers in one document, and no eleventh', async () => {
    const of = (count: number) => {
      const all = Array.from({ length: count }, (_, index) =>
        // Keys count by themselves: all of them share one.
        metadataFor(`https://idp-${index}.example/saml`, [key.certificateDer]).replace(/<\?xml[^>]*\?>/, ''),
      );
      return `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${all.join('')}</md:EntitiesDescriptor>`;
    };
    expect((await create({ SAMLMetadataDocument: of(10) })).status).toBe(200);
    await expectRefused(
      create({ Name: 'More', SAMLMetadataDocument: of(11) }),
      409,
      'LimitExceeded',
      'Cannot exceed 10 identity providers in a SAML provider',
    );
  });

  it('makes a hundred providers in an account, and none beyond', async () => {
    const own = (await client.accounts()).providers.filter(({ arn }) => arn.includes(production)).length;
    for (let index = own; index < 100; index += 1)
      await client.putProvider({ arn: providerArnOf(production, `P${index}`), metadata: metadata() });
    await expectRefused(
      create(),
      409,
      'LimitExceeded',
      'Cannot exceed quota for SAMLProvidersPerAccount: 100',
    );
  });

  it('refuses more than ten signing keys', async () => {
    const keys = await Promise.all(
      Array.from({ length: 11 }, (_, index) => createTestKey(`idp ${index}`, start)),
    );
    const document = metadataFor(
      issuer,
      keys.map(({ certificateDer }) => certificateDer),
    );
    await expectRefused(
      create({ SAMLMetadataDocument: document }),
      409,
      'LimitExceeded',
      'Cannot exceed 10 keys in a SAML provider',
    );
  });
});

describe('UpdateSAMLProvider', () => {
  const update = (fields: Readonly<Record<string, string>>) =>
    call('UpdateSAMLProvider', { SAMLProviderArn: newArn, ...fields });
  beforeEach(() => create());

  it('replaces the metadata and keeps the UUID', async () => {
    const uuid = async () =>
      /<SAMLProviderUUID>(\w+)</.exec((await call('GetSAMLProvider', { SAMLProviderArn: newArn })).xml)?.[1];
    const before = await uuid();
    const second = await createTestKey('idp 2', start);
    await update({ SAMLMetadataDocument: metadataFor(issuer, [key.certificateDer, second.certificateDer]) });
    const view = (await client.accounts()).providers.find(({ arn }) => arn === newArn);
    expect(view?.certificates).toEqual([key.certificateDer, second.certificateDer]);
    expect(await uuid()).toBe(before);
  });

  it('adds private keys, two at most, and removes one by its id', async () => {
    await update({ AddPrivateKey: privateKey, AssertionEncryptionMode: 'Required' });
    await update({ AddPrivateKey: privateKey });
    await expectRefused(
      update({ AddPrivateKey: privateKey }),
      409,
      'LimitExceeded',
      'Private key limit of 2 is reached.',
    );
    const shown = (await call('GetSAMLProvider', { SAMLProviderArn: newArn })).xml;
    expect(shown).toContain('<AssertionEncryptionMode>Required</AssertionEncryptionMode>');
    expect(shown).not.toContain('PRIVATE KEY');
    const [id = ''] = [...shown.matchAll(/<KeyId>([A-Z0-9]{22,64})<\/KeyId>/g)].map((match) => match[1]);
    await update({ RemovePrivateKey: id });
    expect((await call('GetSAMLProvider', { SAMLProviderArn: newArn })).xml).not.toContain(id);
  });

  it.each([
    [{}, 'Unable to update identity provider. No updates are defined for metadata or encryption assertion.'],
    [
      { AssertionEncryptionMode: 'Required' },
      'Unable to set assertion encryption mode to Required because no private key is provided.',
    ],
    [{ AddPrivateKey: 'no key' }, 'Invalid private key.'],
    [
      { RemovePrivateKey: 'K'.repeat(26) },
      'Failed to remove private key because the Key ID does not match a private key.',
    ],
    [
      { AddPrivateKey: 'one', RemovePrivateKey: 'K'.repeat(26) },
      'Unable to add and remove private keys in the same request. Set a value for only one of the two parameters.',
    ],
  ])('refuses %o', (fields, message) => expectRefused(update(fields), 400, 'InvalidInput', message));

  it('refuses an encryption mode that there is not', () =>
    expectRefused(
      update({ AssertionEncryptionMode: 'required' }),
      400,
      'ValidationError',
      "1 validation error detected: Value 'required' at 'assertionEncryptionMode' failed to satisfy constraint: Member must satisfy enum value set: [Required, Allowed]",
    ));
});

describe('DeleteSAMLProvider', () => {
  it('takes it away, once', async () => {
    await create();
    const { xml } = await call('DeleteSAMLProvider', { SAMLProviderArn: newArn });
    expect(xml).toMatch(/^<DeleteSAMLProviderResponse xmlns="[^"]+"><ResponseMetadata>/);
    await expectRefused(
      call('DeleteSAMLProvider', { SAMLProviderArn: newArn }),
      404,
      'NoSuchEntity',
      `Manifest not found for arn ${newArn}`,
    );
  });
});

describe('callers', () => {
  it('must sign, by keys that are known', async () => {
    const unsigned = await fetch(`${mounted.url}/?Action=ListSAMLProviders&Version=2010-05-08`);
    expect(unsigned.status).toBe(403);
    const wrong = await call('ListSAMLProviders', {}, { ...admin, secretAccessKey: 'wrong' });
    expect(wrong.status).toBe(403);
    expect(wrong.xml).toContain('<Code>SignatureDoesNotMatch</Code>');
  });

  it('get 501 for operations that are not about SAML providers', async () => {
    expect((await call('ListUsers')).status).toBe(501);
    expect(await lastEvents('unknown-request')).toHaveLength(1);
  });
});

describe.runIf(hasAwsCli)('aws iam', () => {
  it('creates, gets, lists, updates and deletes a provider', { timeout: 120_000 }, async () => {
    const run = (...args: string[]) => runAws(mounted.url, ['iam', ...args], admin);
    const created = await run(
      'create-saml-provider',
      '--name',
      'Cli',
      '--saml-metadata-document',
      metadata(),
    );
    const arn = providerArnOf(production, 'Cli');
    expect(created).toMatchObject({ status: 0, json: { SAMLProviderArn: arn } });
    const shown = await run('get-saml-provider', '--saml-provider-arn', arn);
    expect(shown.json).toMatchObject({ SAMLMetadataDocument: metadata() });
    const listed = await run('list-saml-providers');
    expect(listed.json).toMatchObject({
      SAMLProviderList: expect.arrayContaining([expect.objectContaining({ Arn: arn })]),
    });
    // What the command printed can be put behind a double again.
    await client.reset();
    await client.deleteProvider(providerArnOf(production));
    const { providers } = await client.load([{ content: listed.json }, { content: shown.json, arn }]);
    expect(providers.find((one) => one.arn === arn)?.entityIds).toEqual([issuer]);
    expect(await run('delete-saml-provider', '--saml-provider-arn', arn)).toMatchObject({ status: 0 });
    const gone = await run('delete-saml-provider', '--saml-provider-arn', arn);
    expect(gone.error).toContain('(NoSuchEntity) when calling the DeleteSAMLProvider operation');
  });
});
