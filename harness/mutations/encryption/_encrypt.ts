import { ALG, NS } from '../../saml/namespaces.ts';
import { replaceElement } from '../kit/edit.ts';

/** Stands for ciphertext: what is judged is the algorithms and the presence, which are in plain text. */
const cipher = (byte: string) => Buffer.from(byte.repeat(96), 'hex').toString('base64');

/** Puts an EncryptedAssertion in the place of the assertion, with the given algorithms (URIs). */
export function encryptAssertion(
  xml: string,
  {
    content = ALG.aes256Gcm,
    key = ALG.rsaOaepMgf1p,
  }: { readonly content?: string; readonly key?: string } = {},
): string {
  return replaceElement(
    xml,
    'Response/Assertion',
    () =>
      `<saml:EncryptedAssertion xmlns:saml="${NS.saml}">` +
      `<xenc:EncryptedData xmlns:xenc="${NS.xenc}" Type="${NS.xenc}Element">` +
      `<xenc:EncryptionMethod Algorithm="${content}"/>` +
      `<ds:KeyInfo xmlns:ds="${NS.ds}"><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="${key}"/>` +
      `<xenc:CipherData><xenc:CipherValue>${cipher('5a')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo>` +
      `<xenc:CipherData><xenc:CipherValue>${cipher('a7')}</xenc:CipherValue></xenc:CipherData>` +
      '</xenc:EncryptedData></saml:EncryptedAssertion>',
  );
}
