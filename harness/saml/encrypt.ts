import { constants, createCipheriv, createHash, publicEncrypt, X509Certificate } from 'node:crypto';
import type { MutationContext } from '../model/mutation.ts';
import { ALG, NS } from './namespaces.ts';

export interface EncryptionParts {
  /** Base64 DER of the recipient's RSA certificate. */
  readonly certificateDer: string;
  /** So many bytes that nobody can guess; tests give the same ones each time. */
  readonly random: (size: number) => Buffer;
}

type CipherName =
  | 'aes-128-gcm'
  | 'aes-192-gcm'
  | 'aes-256-gcm'
  | 'aes-128-cbc'
  | 'aes-192-cbc'
  | 'aes-256-cbc';

/** Content encryption by URI: its name at node:crypto and the length of its key in bytes. */
const ciphers: Readonly<Record<string, { readonly cipher: CipherName; readonly keyBytes: number }>> =
  Object.freeze({
    [ALG.aes128Gcm]: { cipher: 'aes-128-gcm', keyBytes: 16 },
    [ALG.aes192Gcm]: { cipher: 'aes-192-gcm', keyBytes: 24 },
    [ALG.aes256Gcm]: { cipher: 'aes-256-gcm', keyBytes: 32 },
    [ALG.aes128Cbc]: { cipher: 'aes-128-cbc', keyBytes: 16 },
    [ALG.aes192Cbc]: { cipher: 'aes-192-cbc', keyBytes: 24 },
    [ALG.aes256Cbc]: { cipher: 'aes-256-cbc', keyBytes: 32 },
  });

/**
 * Encrypts assertions for one recipient (XML Encryption 1.1): content by AES-256-GCM and its key by RSA-OAEP with
 * MGF1 and SHA-1, unless other URIs are given. What is encrypted need not be a signed assertion, nor a single element.
 */
export function makeEncrypt({
  certificateDer,
  random,
}: EncryptionParts): NonNullable<MutationContext['encrypt']> {
  const { publicKey } = new X509Certificate(Buffer.from(certificateDer, 'base64'));
  return (assertionXml, { block = ALG.aes256Gcm, transport = ALG.rsaOaepMgf1p } = {}) => {
    const method = ciphers[block];
    if (method === undefined) throw new Error(`The content encryption "${block}" is not known.`);
    const key = random(method.keyBytes);
    const content = encryptContent(method.cipher, key, Buffer.from(assertionXml, 'utf8'), random);
    const modulusBytes = (publicKey.asymmetricKeyDetails?.modulusLength ?? 2048) / 8;
    const padded = padKey(transport, key, modulusBytes, random);
    const wrapped = publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, padded);
    return writeEncrypted(block, transport, wrapped, content);
  };
}

/** XML Encryption 5.2: the initialization vector goes before the ciphertext, GCM's tag after it. */
function encryptContent(
  name: CipherName,
  key: Buffer,
  plain: Buffer,
  random: EncryptionParts['random'],
): Buffer {
  if (name === 'aes-128-gcm' || name === 'aes-192-gcm' || name === 'aes-256-gcm') {
    const nonce = random(12);
    const cipher = createCipheriv(name, key, nonce);
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }
  const vector = random(16);
  // Its padding ends in its own length, as that of PKCS #7 does.
  const cipher = createCipheriv(name, key, vector);
  return Buffer.concat([vector, cipher.update(plain), cipher.final()]);
}

/** Padding is made here rather than by node:crypto, so that it is as random as the caller wants. */
function padKey(transport: string, key: Buffer, size: number, random: EncryptionParts['random']): Buffer {
  if (transport === ALG.rsa15) {
    const filler = random(size - 3 - key.length).map((byte) => byte || 1);
    return Buffer.concat([Buffer.from([0, 2]), filler, Buffer.from([0]), key]);
  }
  if (transport === ALG.rsaOaepMgf1p || transport === ALG.rsaOaep) return padOaep(key, size, random);
  throw new Error(`The key transport "${transport}" is not known.`);
}

/** EME-OAEP of RFC 8017 7.1.1, with SHA-1 and no label. */
function padOaep(message: Buffer, size: number, random: EncryptionParts['random']): Buffer {
  const seed = random(20);
  const zeros = Buffer.alloc(size - message.length - 42);
  const block = Buffer.concat([sha1(Buffer.alloc(0)), zeros, Buffer.from([1]), message]);
  const maskedBlock = xor(block, mask(seed, block.length));
  const maskedSeed = xor(seed, mask(maskedBlock, seed.length));
  return Buffer.concat([Buffer.from([0]), maskedSeed, maskedBlock]);
}

/** MGF1 of RFC 8017 B.2.1 with SHA-1. */
function mask(seed: Buffer, size: number): Buffer {
  const parts = Array.from({ length: Math.ceil(size / 20) }, (_none, index) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(index);
    return sha1(Buffer.concat([seed, counter]));
  });
  return Buffer.concat(parts).subarray(0, size);
}

function sha1(data: Buffer): Buffer {
  return createHash('sha1').update(data).digest();
}

function xor(one: Buffer, other: Buffer): Buffer {
  return Buffer.from(one.map((byte, index) => byte ^ (other[index] ?? 0)));
}

function writeEncrypted(block: string, transport: string, key: Buffer, content: Buffer): string {
  const digest =
    transport === ALG.rsa15 ? '' : `<ds:DigestMethod xmlns:ds="${NS.ds}" Algorithm="${ALG.sha1}"/>`;
  const cipher = (data: Buffer) =>
    `<xenc:CipherData><xenc:CipherValue>${data.toString('base64')}</xenc:CipherValue></xenc:CipherData>`;
  return (
    `<saml:EncryptedAssertion xmlns:saml="${NS.saml}">` +
    `<xenc:EncryptedData xmlns:xenc="${NS.xenc}" Type="${NS.xenc}Element"><xenc:EncryptionMethod Algorithm="${block}"/>` +
    `<ds:KeyInfo xmlns:ds="${NS.ds}"><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="${transport}">${digest}` +
    `</xenc:EncryptionMethod>${cipher(key)}</xenc:EncryptedKey></ds:KeyInfo>${cipher(content)}` +
    '</xenc:EncryptedData></saml:EncryptedAssertion>'
  );
}
