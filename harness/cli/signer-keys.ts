import 'reflect-metadata';
import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto';
import { PemConverter, X509CertificateGenerator } from '@peculiar/x509';
import type { SignerName } from '../model/attack.ts';
import type { SigningPair } from '../saml/mutation-context.ts';

/** Keys that attacks sign with, beside the identity provider's own and the stranger's. */
export type SignerKeys = Readonly<Record<Exclude<SignerName, 'idp' | 'stranger'>, SigningPair>>;

type Names = { readonly subject: string; readonly issuer: string; readonly serialNumber?: string };

const rsa = (modulusLength: number) => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength,
  publicExponent: new Uint8Array([1, 0, 1]),
});

/**
 * Makes the other signers' keys, to fit one identity provider. @param now milliseconds since 1970; certificates hold from
 * the day before
 */
export async function makeSignerKeys(now: number, idp: SigningPair): Promise<SignerKeys> {
  const genuine = new X509Certificate(Buffer.from(idp.certificateDer, 'base64'));
  const name = genuine.subject.split('\n').join(', ');
  const issued = async (names: Names, modulusLength = 2048, authority?: webcrypto.CryptoKey) => {
    const keys = await webcrypto.subtle.generateKey(rsa(modulusLength), true, ['sign', 'verify']);
    const certificate = await X509CertificateGenerator.create({
      ...names,
      notBefore: new Date(now - 86_400_000),
      notAfter: new Date(now + 2 * 365 * 86_400_000),
      // The library was typed before the newest key usages; these keys have only sign and verify.
      publicKey: keys.publicKey as CryptoKey,
      signingKey: (authority ?? keys.privateKey) as CryptoKey,
      signingAlgorithm: rsa(modulusLength),
    });
    const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
    return {
      privateKeyPem: PemConverter.encode(pkcs8, 'PRIVATE KEY'),
      certificateDer: Buffer.from(certificate.rawData).toString('base64'),
    };
  };
  const self = (commonName: string, modulusLength?: number) =>
    issued({ subject: `CN=${commonName}`, issuer: `CN=${commonName}` }, modulusLength);
  const authority = await importKey(idp.privateKeyPem);
  const [alike, sameAuthority, encryption, retired, short, other] = await Promise.all([
    issued({ subject: name, issuer: name, serialNumber: genuine.serialNumber }),
    // As with providers whose own certificate is the authority for those of their customers.
    issued({ subject: 'CN=Customer of the same authority', issuer: name }, 2048, authority),
    self('Acme IdP encryption 1'),
    self('Acme IdP signing 0'),
    self('Acme IdP signing, short', 1024),
    self('Other IdP signing 1'),
  ]);
  return {
    'stranger-same-subject': alike,
    'same-authority': sameAuthority,
    'idp-encryption': encryption,
    'idp-retired': retired,
    'idp-short': short,
    'other-idp': other,
  };
}

function importKey(privateKeyPem: string): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(privateKeyPem).export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', der, rsa(2048), true, ['sign']);
}
