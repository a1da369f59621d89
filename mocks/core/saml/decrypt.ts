import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';
import { attribute, childrenOf, type Element, everyElement, ns, onlyChild } from './xml.ts';

const { xenc } = ns;
const xenc11 = 'http://www.w3.org/2009/xmlenc11#';

/** Block ciphers by their URI. IAM takes AES-GCM and AES-CBC (IAM User Guide, "Create a SAML identity provider"). */
const ciphers: Readonly<Record<string, { readonly name: string; readonly gcm: boolean }>> = {
  [`${xenc}aes128-cbc`]: { name: 'aes-128-cbc', gcm: false },
  [`${xenc}aes192-cbc`]: { name: 'aes-192-cbc', gcm: false },
  [`${xenc}aes256-cbc`]: { name: 'aes-256-cbc', gcm: false },
  [`${xenc11}aes128-gcm`]: { name: 'aes-128-gcm', gcm: true },
  [`${xenc11}aes192-gcm`]: { name: 'aes-192-gcm', gcm: true },
  [`${xenc11}aes256-gcm`]: { name: 'aes-256-gcm', gcm: true },
};
const digests: Readonly<Record<string, string>> = {
  'http://www.w3.org/2000/09/xmldsig#sha1': 'sha1',
  [`${xenc}sha256`]: 'sha256',
  [`${xenc}sha512`]: 'sha512',
};

export interface DecryptOptions {
  /** Whether keys come by RSA PKCS #1 1.5 too, whose padding answers an attacker's questions. Default true. */
  readonly rsa15?: boolean;
}

/**
 * Opens an EncryptedAssertion with whichever of the keys fits (XML Encryption 1.1); undefined when none does, or the
 * algorithms are others. RSA-OAEP for the key, and RSA 1.5 unless that is refused.
 * Written here because the SAML library logs each key that does not fit, and knows RSA-OAEP with SHA-1 only.
 * @param privateKeys PEM
 */
export function decryptAssertion(
  encrypted: Element,
  privateKeys: readonly string[],
  { rsa15 = true }: DecryptOptions = {},
): string | undefined {
  const data = onlyChild(encrypted, xenc, 'EncryptedData');
  const cipher = ciphers[algorithmOf(data) ?? ''];
  const content = cipherValue(data);
  const wrapped = [...everyElement(encrypted)].filter(
    (one) => one.namespace === xenc && one.local === 'EncryptedKey',
  );
  if (cipher === undefined || content === undefined) return undefined;
  for (const privateKey of privateKeys)
    for (const one of wrapped) {
      try {
        const key = unwrap(one, privateKey, rsa15);
        if (key !== undefined)
          return cipher.gcm ? openGcm(cipher.name, key, content) : openCbc(cipher.name, key, content);
      } catch {
        // Not the key that it was encrypted for: try the next.
      }
    }
  return undefined;
}

function unwrap(encryptedKey: Element, privateKey: string, rsa15: boolean): Buffer | undefined {
  const wrapped = cipherValue(encryptedKey);
  const method = onlyChild(encryptedKey, xenc, 'EncryptionMethod');
  const algorithm = algorithmOf(encryptedKey);
  if (wrapped === undefined || method === undefined) return undefined;
  if (algorithm === `${xenc}rsa-1_5` && rsa15)
    return privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, wrapped);
  if (algorithm !== `${xenc}rsa-oaep-mgf1p` && algorithm !== `${xenc11}rsa-oaep`) return undefined;
  const digest = onlyChild(method, ns.ds, 'DigestMethod');
  const oaepHash = digest === undefined ? 'sha1' : digests[attribute(digest, 'Algorithm') ?? ''];
  if (oaepHash === undefined) return undefined;
  return privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, wrapped);
}

/** XML Encryption 1.1, 5.2.4: 96 bits of nonce, the text, 128 bits of tag. */
function openGcm(name: string, key: Buffer, content: Buffer): string {
  const decipher = createDecipheriv(name as 'aes-256-gcm', key, content.subarray(0, 12)); // one of the table's names
  decipher.setAuthTag(content.subarray(-16));
  return Buffer.concat([decipher.update(content.subarray(12, -16)), decipher.final()]).toString('utf8');
}

/** 5.2.1 and 5.2.2: 128 bits of vector, then blocks; only the last byte of the padding counts. */
function openCbc(name: string, key: Buffer, content: Buffer): string {
  const decipher = createDecipheriv(name, key, content.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(content.subarray(16)), decipher.final()]);
  const padding = padded.at(-1) ?? 0;
  if (padding < 1 || padding > 16) throw new Error('The padding is not that of XML Encryption.');
  return padded.subarray(0, -padding).toString('utf8');
}

function algorithmOf(element: Element | undefined): string | undefined {
  const method = element && onlyChild(element, xenc, 'EncryptionMethod');
  return method && attribute(method, 'Algorithm');
}

function cipherValue(element: Element | undefined): Buffer | undefined {
  const data = element && onlyChild(element, xenc, 'CipherData');
  const [value] = data === undefined ? [] : childrenOf(data, xenc, 'CipherValue');
  return value === undefined ? undefined : Buffer.from(value.text, 'base64');
}
