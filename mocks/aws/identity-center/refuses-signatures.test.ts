import { describe, expect, it } from 'vitest';
import { createRefusalTests, expectRefused } from './testing/refusals.ts';
import { sign, writeResponse } from './testing/test-idp.ts';
import { factsOf } from './testing/test-portal.ts';

const { key, open, send, stranger } = await createRefusalTests();

describe('refuses signatures that do not hold', () => {
  const rsa = (name: string) => `http://www.w3.org/2000/09/xmldsig#${name}`;
  const cases: readonly [string, (xml: string) => string, string | RegExp][] = [
    ['none at all', (x) => x, 'Neither the Response nor the Assertion is signed'],
    [
      "a stranger's, with its certificate in KeyInfo",
      (x) => sign(x, { key: stranger, element: 'Assertion' }),
      'Assertion signature is not valid',
    ],
    [
      "a stranger's, without KeyInfo",
      (x) => sign(x, { key: stranger, element: 'Assertion', withoutKeyInfo: true }),
      'Assertion signature is not valid',
    ],
    [
      "a stranger's with the trusted certificate in KeyInfo",
      (x) => sign(x, { key: { ...stranger, certificatePem: key.certificatePem }, element: 'Assertion' }),
      'Assertion signature is not valid',
    ],
    [
      'on the Response only, though the metadata wants signed assertions',
      (x) => sign(x, { key, element: 'Response' }),
      'Assertion is not signed',
    ],
    [
      'over content changed later',
      (x) => sign(x, { key, element: 'Assertion' }).replace('>alice@example.com<', '>Erin@example.com<'),
      'Assertion signature is not valid',
    ],
    [
      'a good one inside, a changed Response around it',
      (x) =>
        sign(sign(x, { key, element: 'Assertion' }), { key, element: 'Response' }).replace(
          /(<samlp:Response[^>]*IssueInstant=")2026/,
          '$12025',
        ),
      'Response signature is not valid',
    ],
    [
      'a bad one inside, a good Response around it',
      (x) => sign(sign(x, { key: stranger, element: 'Assertion' }), { key, element: 'Response' }),
      'Assertion signature is not valid',
    ],
    [
      'SHA-1',
      (x) =>
        sign(x, {
          key,
          element: 'Assertion',
          signatureAlgorithm: rsa('rsa-sha1'),
          digestAlgorithm: rsa('sha1'),
        }),
      /^SignatureMethod .* is not accepted$/,
    ],
    [
      'SHA-1 in the digest only',
      (x) => sign(x, { key, element: 'Assertion', digestAlgorithm: rsa('sha1') }),
      /^DigestMethod .* is not accepted$/,
    ],
    [
      'without the enveloped-signature transform',
      (x) => sign(x, { key, element: 'Assertion', transforms: ['http://www.w3.org/2001/10/xml-exc-c14n#'] }),
      /lacks the enveloped/,
    ],
    ['over the Subject only', (x) => signSubject(x), /^Signature stands inside "Subject"/],
    [
      'an empty value',
      (x) =>
        sign(x, { key, element: 'Assertion' }).replace(/<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>'),
      'SignatureValue is empty',
    ],
    [
      'a comment in the digest',
      (x) => sign(x, { key, element: 'Assertion' }).replace('<ds:DigestValue>', '<ds:DigestValue><!--x-->'),
      /comment/,
    ],
    [
      'two DigestValues',
      (x) =>
        sign(x, { key, element: 'Assertion' }).replace(
          '</ds:Reference>',
          '<ds:DigestValue>AA==</ds:DigestValue></ds:Reference>',
        ),
      /DigestValue/,
    ],
    [
      'two SignedInfos',
      (x) => sign(x, { key, element: 'Assertion' }).replace(/(<ds:SignedInfo>.*<\/ds:SignedInfo>)/, '$1$1'),
      /SignedInfo/,
    ],
    [
      'in another namespace',
      (x) =>
        sign(x, { key, element: 'Assertion' }).replaceAll(
          'xmlns:ds="http://www.w3.org/2000/09/xmldsig#"',
          'xmlns:ds="urn:x"',
        ),
      /namespace/,
    ],
    [
      'with an empty reference',
      (x) => sign(x, { key, element: 'Assertion' }).replace(/URI="[^"]*"/, 'URI=""'),
      /^Signature refers to ""/,
    ],
    [
      'with a remote reference',
      (x) => sign(x, { key, element: 'Assertion' }).replace(/URI="[^"]*"/, 'URI="http://x.example/"'),
      /^Signature refers to "http/,
    ],
    ['taken from an earlier response', (x) => liftSignature(x), /Signature refers to|not valid/],
  ];
  it.each(cases)('%s', async (_title, finish, reason) => {
    const opened = open();
    await expectRefused(opened, await send(opened, {}, undefined, finish), reason);
  });

  it('takes SHA-1 only when told to', async () => {
    const opened = open();
    await opened.at.client.changeSettings({ acceptSha1: true });
    const page = await send(opened, {}, undefined, (x) =>
      sign(x, {
        key,
        element: 'Assertion',
        signatureAlgorithm: rsa('rsa-sha1'),
        digestAlgorithm: rsa('sha1'),
      }),
    );
    expect(page.status).toBe(200);
  });

  function signSubject(xml: string): string {
    const withId = xml.replace('<saml:Subject>', '<saml:Subject ID="_s"><saml:Issuer/>');
    return sign(withId, { key, element: 'Subject' });
  }

  function liftSignature(xml: string): string {
    const earlier = sign(writeResponse(factsOf(open().at, undefined)), { key, element: 'Assertion' });
    const signature = /<ds:Signature .*<\/ds:Signature>/.exec(earlier)?.[0] ?? '';
    return xml.replace(/(<saml:Assertion .*?<\/saml:Issuer>)/, `$1${signature}`);
  }
});
