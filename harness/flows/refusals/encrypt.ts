import { constants, createCipheriv, publicEncrypt, randomBytes, X509Certificate } from 'node:crypto';
import { NS } from '../../saml/namespaces.ts';

/** Content encryption by its URI: cipher of the crypto library, bytes of key and of initialization vector. */
const blocks: Readonly<Record<string, { cipher: string; key: number; iv: number }>> = {
  [`${NS.xenc11}aes128-gcm`]: { cipher: 'aes-128-gcm', key: 16, iv: 12 },
  [`${NS.xenc11}aes256-gcm`]: { cipher: 'aes-256-gcm', key: 32, iv: 12 },
  [`${NS.xenc}aes128-cbc`]: { cipher: 'aes-128-cbc', key: 16, iv: 16 },
  [`${NS.xenc}aes256-cbc`]: { cipher: 'aes-256-cbc', key: 32, iv: 16 },
  [`${NS.xenc}tripledes-cbc`]: { cipher: 'des-ede3-cbc', key: 24, iv: 8 },
};

const oaep = `${NS.xenc}rsa-oaep-mgf1p`;
const transports: Readonly<Record<string, number>> = {
  [oaep]: constants.RSA_PKCS1_OAEP_PADDING,
  [`${NS.xenc}rsa-1_5`]: constants.RSA_PKCS1_PADDING,
};

/**
 * Wraps an Assertion into an EncryptedAssertion for the holder of a certificate (XML Encryption 1.1; SAML Core 2.3.4).
 * @param certificate PEM
 */
export function encryptAssertion(
  assertionXml: string,
  certificate: string,
  { block = `${NS.xenc11}aes256-gcm`, transport = oaep }: { block?: string; transport?: string } = {},
): string {
  const scheme = blocks[block];
  const padding = transports[transport];
  if (scheme === undefined || padding === undefined)
    throw new Error(`Cannot encrypt by "${block}" with keys by "${transport}".`);
  const key = randomBytes(scheme.key);
  const iv = randomBytes(scheme.iv);
  const cipher = createCipheriv(scheme.cipher, key, iv);
  const encrypted = Buffer.concat([iv, cipher.update(assertionXml, 'utf8'), cipher.final()]);
  // Of these ciphers only GCM has a tag, which XML Encryption puts at the end.
  const tag =
    'getAuthTag' in cipher && scheme.iv === 12 ? (cipher as { getAuthTag(): Buffer }).getAuthTag() : '';
  const content = Buffer.concat([encrypted, Buffer.from(tag)]).toString('base64');
  const { publicKey } = new X509Certificate(certificate);
  const wrapped = publicEncrypt({ key: publicKey, padding, oaepHash: 'sha1' }, key).toString('base64');
  const digest = transport === oaep ? `<ds:DigestMethod Algorithm="${NS.ds}sha1"/>` : '';
  return [
    `<saml:EncryptedAssertion xmlns:saml="${NS.saml}"><xenc:EncryptedData xmlns:xenc="${NS.xenc}" Type="${NS.xenc}Element">`,
    `<xenc:EncryptionMethod Algorithm="${block}"/><ds:KeyInfo xmlns:ds="${NS.ds}"><xenc:EncryptedKey>`,
    `<xenc:EncryptionMethod Algorithm="${transport}">${digest}</xenc:EncryptionMethod>`,
    `<xenc:CipherData><xenc:CipherValue>${wrapped}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo>`,
    `<xenc:CipherData><xenc:CipherValue>${content}</xenc:CipherValue></xenc:CipherData>`,
    '</xenc:EncryptedData></saml:EncryptedAssertion>',
  ].join('');
}
