import { createHmac } from 'node:crypto';
import { beforeAll, describe, it } from 'vitest';
import { encryptAssertion } from './testing/encrypt.test-helper.ts';
import {
  createRefusalTests,
  type Edit,
  expectRefused,
  none,
  type RefusalTests,
  replace,
} from './testing/refusals.test-helper.ts';
import { alice, sign, writeMetadata } from './testing/world.test-helper.ts';

let tests: RefusalTests;
beforeAll(async () => {
  tests = await createRefusalTests();
});

const ds = 'http://www.w3.org/2000/09/xmldsig#';
const more = 'http://www.w3.org/2001/04/xmldsig-more#';
const excC14n = 'http://www.w3.org/2001/10/xml-exc-c14n#';

const signedThen =
  (edit: Edit): Edit =>
  (xml) =>
    edit(tests.signed(xml));

describe('what is not signed as it must be is refused', () => {
  const invalid = /does not hold by any key of the identity provider$/;
  const method =
    (algorithm: string, digest = 'http://www.w3.org/2001/04/xmlenc#sha256'): Edit =>
    (x) =>
      sign(x, 'Assertion', tests.keys.idp, { signatureAlgorithm: algorithm, digestAlgorithm: digest });
  const transforms =
    (...list: readonly string[]): Edit =>
    (x) =>
      sign(x, 'Assertion', tests.keys.idp, { transforms: list });
  const cases: readonly (readonly [string, () => Edit, string | RegExp])[] = [
    ['no signature', () => none, 'Assertion is not signed'],
    [
      'the Response alone',
      () => (x) => sign(x, 'Response', tests.keys.idp),
      'Only the Response is signed, the metadata wants signed assertions',
    ],
    ["a stranger's", () => (x) => sign(x, 'Assertion', tests.keys.stranger), invalid],
    [
      "a stranger's, under a genuine one",
      () => (x) => sign(sign(x, 'Assertion', tests.keys.stranger), 'Response', tests.keys.idp),
      invalid,
    ],
    ['by a key for encryption', () => (x) => sign(x, 'Assertion', tests.encryptionOnly), invalid],
    ['by a key of before', () => (x) => sign(x, 'Assertion', tests.retired), invalid],
    [
      'content that was changed',
      () => signedThen(replace(`>${alice}<`, '>bob@example.com<')),
      '"Assertion" is not what was signed',
    ],
    [
      'a value that was changed',
      () => signedThen((x) => x.replace(/(SignatureValue>)./, (_all, tag) => `${tag}#`)),
      'SignatureValue is not base64',
    ],
    ['no value', () => signedThen(replace(/(?<=SignatureValue>)[^<]+/, '')), 'SignatureValue is not base64'],
    [
      'an empty Signature',
      () => signedThen(replace(/<ds:Signature .*<\/ds:Signature>/, `<ds:Signature xmlns:ds="${ds}"/>`)),
      'Signature has no SignedInfo',
    ],
    [
      'another namespace',
      () => signedThen(replace(`xmlns:ds="${ds}"`, 'xmlns:ds="urn:x"')),
      'Signature is not in the namespace of XML Signature',
    ],
    [
      'a comment in the digest',
      () => signedThen((x) => x.replace('DigestValue>', 'DigestValue><!--AAAA-->')),
      /^"DigestValue" of the signature contains a comment/,
    ],
    [
      'two SignedInfo',
      () => signedThen((x) => x.replace(/<ds:SignedInfo>.*<\/ds:SignedInfo>/, '$&$&')),
      /^Signature is made of/,
    ],
    [
      'two references',
      () => signedThen((x) => x.replace(/<ds:Reference .*<\/ds:Reference>/, '$&$&')),
      /^SignedInfo is made of/,
    ],
    [
      'an Object inside',
      () => signedThen(replace('</ds:Signature>', '<ds:Object/></ds:Signature>')),
      /^Signature is made of/,
    ],
    [
      'a reference elsewhere',
      () => signedThen((x) => x.replace(/URI="#[^"]*"/, 'URI="#_other"')),
      /^Signature refers to "#_other"/,
    ],
    [
      'a reference to everything',
      () => signedThen((x) => x.replace(/URI="#[^"]*"/, 'URI=""')),
      /^Signature refers to ""/,
    ],
    [
      'a signature that stands elsewhere',
      () =>
        signedThen((x) => {
          const signature = /<ds:Signature .*<\/ds:Signature>/.exec(x)?.[0] ?? '';
          return x.replace(signature, '').replace('</saml:Subject>', `${signature}</saml:Subject>`);
        }),
      'Signature stands inside "Subject"',
    ],
    ['SHA-1', () => method(`${ds}rsa-sha1`, `${ds}sha1`), /^SignatureMethod ".*rsa-sha1" is not accepted$/],
    [
      'a digest by SHA-1',
      () => method(`${more}rsa-sha256`, `${ds}sha1`),
      /^DigestMethod ".*sha1" is not accepted$/,
    ],
    [
      'an unknown algorithm',
      () => signedThen(replace(`${more}rsa-sha256`, 'urn:x')),
      'SignatureMethod "urn:x" is not accepted',
    ],
    [
      'an HMAC with the public certificate',
      () => (x) => {
        const hmac = tests.signed(x).replace(`${more}rsa-sha256`, `${more}hmac-sha256`);
        const value = createHmac('sha256', tests.keys.idp.certificatePem)
          .update('SignedInfo')
          .digest('base64');
        return hmac.replace(/(?<=SignatureValue>)[^<]+/, value);
      },
      /^SignatureMethod ".*hmac-sha256" is not accepted$/,
    ],
    [
      'another canonicalization',
      () => (x) =>
        sign(x, 'Assertion', tests.keys.idp, { canonicalizationAlgorithm: `${excC14n}WithComments` }),
      /^CanonicalizationMethod/,
    ],
    [
      'a transform by XPath',
      () => transforms(`${ds}enveloped-signature`, 'http://www.w3.org/TR/1999/REC-xpath-19991116'),
      /^Transform ".*" is not accepted$/,
    ],
    [
      'no removal of the signature',
      () => transforms(excC14n),
      'Reference lacks the enveloped-signature transform',
    ],
    [
      'three transforms',
      () => transforms(`${ds}enveloped-signature`, excC14n, excC14n),
      'Reference has 3 transforms',
    ],
    [
      'a relative namespace name',
      () => signedThen(replace('<saml:Assertion ', '<saml:Assertion xmlns:x="relative" ')),
      /^No canonical form/,
    ],
    [
      'an evil assertion before the genuine',
      () =>
        signedThen((x) =>
          x.replace(
            /<saml:Assertion.*<\/saml:Assertion>/,
            (one) =>
              one
                .replace(/<ds:Signature.*<\/ds:Signature>/, '')
                .replace('ID="_a', 'ID="_e')
                .replace(alice, 'bob@example.com') + one,
          ),
        ),
      'Response contains 2 assertions, not exactly one',
    ],
    [
      'encryption without a signature',
      () => (x) =>
        x.replace(/<saml:Assertion.*<\/saml:Assertion>/, (one) =>
          encryptAssertion(
            one.replace(
              '<saml:Assertion ',
              '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ',
            ),
            tests.keys.encryption.certificatePem,
          ),
        ),
      'Assertion is not signed',
    ],
    [
      'encryption by CBC without a signature over it',
      () =>
        signedThen((x) =>
          x.replace(/<saml:Assertion.*<\/saml:Assertion>/, (one) =>
            encryptAssertion(one, tests.keys.encryption.certificatePem, {
              block: 'http://www.w3.org/2001/04/xmlenc#aes128-cbc',
            }),
          ),
        ),
      /^Content is encrypted by ".*aes128-cbc" and not signed$/,
    ],
    [
      'a content key by PKCS #1 1.5',
      () =>
        signedThen((x) =>
          x.replace(/<saml:Assertion.*<\/saml:Assertion>/, (one) =>
            encryptAssertion(one, tests.keys.encryption.certificatePem, {
              transport: 'http://www.w3.org/2001/04/xmlenc#rsa-1_5',
            }),
          ),
        ),
      'EncryptedAssertion cannot be opened, or what is inside is not in order',
    ],
    [
      'encryption for somebody else',
      () =>
        signedThen((x) =>
          x.replace(/<saml:Assertion.*<\/saml:Assertion>/, (one) =>
            encryptAssertion(one, tests.keys.stranger.certificatePem),
          ),
        ),
      'EncryptedAssertion cannot be opened, or what is inside is not in order',
    ],
  ];
  it.each(cases)('%s', async (_title, finish, reason) => {
    const world = await tests.open();
    const browser = world.openBrowser();
    await expectRefused(world, browser, await tests.send(world, browser, none, finish()), reason);
  });

  it('an RSA key of 1024 bits, although the metadata has it', async () => {
    const { X509CertificateGenerator } = await import('@peculiar/x509');
    const algorithm = {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 1024,
      publicExponent: new Uint8Array([1, 0, 1]),
    };
    const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const certificate = await X509CertificateGenerator.createSelfSigned({
      name: 'CN=short',
      keys: pair,
      signingAlgorithm: algorithm,
    });
    const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', pair.privateKey)).toString('base64');
    const short = {
      privateKeyPem: `-----BEGIN PRIVATE KEY-----\n${pkcs8.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----`,
      certificatePem: certificate.toString('pem'),
      certificateDer: Buffer.from(certificate.rawData).toString('base64'),
    };
    const world = await tests.open();
    await world.client.putIdps([writeMetadata({ signing: [short.certificateDer] })]);
    const browser = world.openBrowser();
    await expectRefused(
      world,
      browser,
      await tests.send(world, browser, none, (x) => sign(x, 'Assertion', short)),
      invalid,
    );
  });
});
