import { beforeAll, describe, expect, it } from 'vitest';
import { createSigningKey, type SigningKey } from '../../mocks/core/keys.ts';
import { NS } from './namespaces.ts';
import { readResponse } from './read-response.ts';
import { sampleAssertion, sampleResponse } from './sample-messages.ts';
import { signElement } from './sign.ts';

// The eight shapes of "On Breaking SAML: Be Whoever You Want to Be" (Somorovsky et al., 2012).

let idp: SigningKey;
beforeAll(async () => {
  const notBefore = new Date('2026-01-01');
  idp = await createSigningKey({ commonName: 'idp.example', notBefore, notAfter: new Date('2030-01-01') });
});

const signaturePattern = /<ds:Signature .*?<\/ds:Signature>/;
const signedResponse = () => signElement(sampleResponse(), '_r1', idp);
const signedAssertion = () => signElement(sampleAssertion(), '_a1', idp);
const signatureOf = (xml: string) => signaturePattern.exec(xml)?.[0] ?? '';
const unsigned = (xml: string) => xml.replace(signaturePattern, '');
const withObject = (signature: string, content: string) =>
  signature.replace('</ds:Signature>', `<ds:Object>${content}</ds:Object></ds:Signature>`);
const afterIssuer = (xml: string, content: string) =>
  xml.replace('</saml:Issuer>', `</saml:Issuer>${content}`);
const evilAssertion = (id = '_evil') => sampleAssertion({ assertionId: id, nameId: 'admin@example.com' });
const evilResponse = (id = '_evil') =>
  sampleResponse({ responseId: id, nameId: 'admin@example.com', assertionId: '_e1' });

const shapes: readonly [string, () => string][] = [
  [
    'XSW1: the original Response inside the signature of a forged one',
    () => {
      const signed = signedResponse();
      return afterIssuer(evilResponse(), withObject(signatureOf(signed), unsigned(signed)));
    },
  ],
  [
    'XSW2: the original Response before a detached signature',
    () => {
      const signed = signedResponse();
      return afterIssuer(evilResponse(), unsigned(signed) + signatureOf(signed));
    },
  ],
  [
    'XSW3: a forged assertion before the original',
    () => sampleResponse({ assertions: evilAssertion() + signedAssertion() }),
  ],
  [
    'XSW4: the original assertion inside a forged one',
    () =>
      sampleResponse({
        assertions: evilAssertion().replace('</saml:Assertion>', `${signedAssertion()}</saml:Assertion>`),
      }),
  ],
  [
    'XSW5: the signature in a forged assertion, the original after it',
    () => {
      const signed = signedAssertion();
      return sampleResponse({
        assertions: afterIssuer(evilAssertion(), signatureOf(signed)) + unsigned(signed),
      });
    },
  ],
  [
    'XSW6: the original assertion in the signature of a forged one',
    () => {
      const signed = signedAssertion();
      const signature = signatureOf(signed);
      const wrapped = signature.replace('</ds:Signature>', `${unsigned(signed)}</ds:Signature>`);
      return sampleResponse({ assertions: afterIssuer(evilAssertion(), wrapped) });
    },
  ],
  [
    'XSW7: a forged assertion in Extensions',
    () =>
      sampleResponse({ assertions: signedAssertion() }).replace(
        '<samlp:Status>',
        `<samlp:Extensions>${evilAssertion('_a1')}</samlp:Extensions><samlp:Status>`,
      ),
  ],
  [
    "XSW8: the original assertion in an Object of the forged one's signature",
    () => {
      const signed = signedAssertion();
      return sampleResponse({
        assertions: afterIssuer(evilAssertion(), withObject(signatureOf(signed), unsigned(signed))),
      });
    },
  ],
  [
    "the same with the forged Response under the original's ID",
    () => {
      const signed = signedResponse();
      return afterIssuer(evilResponse('_r1'), withObject(signatureOf(signed), unsigned(signed)));
    },
  ],
  [
    "a forged assertion under the original's ID",
    () => sampleResponse({ assertions: evilAssertion('_a1') + signedAssertion() }),
  ],
  [
    'a signature moved to the Response',
    () => {
      const signed = signedAssertion();
      return afterIssuer(
        sampleResponse({ assertions: evilAssertion() + unsigned(signed) }),
        signatureOf(signed),
      );
    },
  ],
  [
    'the original assertion in an AttributeValue',
    () =>
      sampleResponse({
        assertions: evilAssertion().replace(/(<saml:AttributeValue[^>]*>)/, `$1${signedAssertion()}`),
      }),
  ],
  [
    'the signed Response inside an unsigned one',
    () =>
      sampleResponse({
        responseId: '_outer',
        assertions: evilAssertion() + signedResponse(),
      }),
  ],
];

describe('a wrapped signature never vouches for a forged assertion', () => {
  it.each(shapes)('%s', (_name, make) => {
    const reading = readResponse(make(), [idp.certificateDer]);
    expect(reading.document.problems).toEqual([]);
    expect(reading.document.text).toContain('admin@example.com');
    const believed = reading.assertions.filter(({ verified }) => verified);
    expect(believed.flatMap(({ subject }) => subject?.nameIds.map(({ text }) => text))).not.toContain(
      'admin@example.com',
    );
    const signed = reading.signatures.flatMap(({ signedElement }) => signedElement ?? []);
    expect(JSON.stringify(signed)).not.toContain('admin@example.com');
  });

  it('while the genuine message beside them is believed', () => {
    for (const xml of [signedResponse(), sampleResponse({ assertions: signedAssertion() })]) {
      const [assertion] = readResponse(xml, [idp.certificateDer]).assertions;
      expect(assertion).toMatchObject({
        verified: true,
        subject: { nameIds: [{ text: 'ann@example.com' }] },
      });
    }
  });

  it('and another element that calls itself Signature is not one', () => {
    const fake = signedResponse().replaceAll(NS.ds, 'urn:not-a-signature');
    expect(readResponse(fake, [idp.certificateDer]).signatures).toEqual([]);
  });
});
