import { constants, createHash, type KeyObject, verify } from 'node:crypto';
import { canonicalForms } from '../../core/saml/canonicalize.ts';
import { ns } from '../../core/saml/xml.ts';
import type { Algorithms, VerifyValue } from './types.ts';

const more = 'http://www.w3.org/2001/04/xmldsig-more#';
const more2007 = 'http://www.w3.org/2007/05/xmldsig-more#';
export const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

/** The form that stands when no canonicalization is named (XML Signature 4.4.3.2). */
export const impliedForm = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';

/** Verifies by any of the keys that fits the algorithm. */
function byKey(type: string, holds: (key: KeyObject, data: Buffer, value: Buffer) => boolean): VerifyValue {
  return (data, value, keys) =>
    keys.some(({ publicKey }) => publicKey.asymmetricKeyType === type && holds(publicKey, data, value));
}

export const rsa = (hash: string) => byKey('rsa', (key, data, value) => verify(hash, data, key, value));

const pss = (hash: string) =>
  byKey('rsa', (key, data, value) =>
    verify(
      hash,
      data,
      { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: createHash(hash).digest().length },
      value,
    ),
  );

const ecdsa = (hash: string) =>
  byKey('ec', (key, data, value) => verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, value));

/** What NIST SP 800-131A still allows, in the forms of RFC 9231. */
export const strictAlgorithms: Algorithms = {
  signature: {
    [`${more}rsa-sha256`]: rsa('sha256'),
    [`${more}rsa-sha384`]: rsa('sha384'),
    [`${more}rsa-sha512`]: rsa('sha512'),
    [`${more2007}sha256-rsa-MGF1`]: pss('sha256'),
    [`${more2007}sha384-rsa-MGF1`]: pss('sha384'),
    [`${more2007}sha512-rsa-MGF1`]: pss('sha512'),
    [`${more}ecdsa-sha256`]: ecdsa('sha256'),
    [`${more}ecdsa-sha384`]: ecdsa('sha384'),
    [`${more}ecdsa-sha512`]: ecdsa('sha512'),
  },
  digest: {
    [`${ns.xenc}sha256`]: 'sha256',
    [`${more}sha384`]: 'sha384',
    [`${ns.xenc}sha512`]: 'sha512',
  },
  canonicalization: [ns.excC14n],
  transforms: [enveloped, ns.excC14n],
  unsignedContent: ['128', '192', '256'].map((bits) => `http://www.w3.org/2009/xmlenc11#aes${bits}-gcm`),
  rsa15: false,
};

/** Forms by their URI, with the prefixes of InclusiveNamespaces. */
export function formOf(algorithm: string, prefixes: readonly string[]) {
  const form = canonicalForms[algorithm];
  return form === undefined ? undefined : { ...form, prefixes };
}
