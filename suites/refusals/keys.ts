// @peculiar/x509 resolves its parts by decorators, whose metadata this import provides.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import type { SignerName } from '../../harness/model/attack.ts';
import type { SigningPair } from '../../harness/saml/mutation-context.ts';

/** Every key that an attack may sign with, and those that the target is given. */
export type RefusalKeys = Readonly<Record<SignerName, SigningPair>>;

/** What the harness is as an identity provider: kept on disk for a real target, made anew for doubles. */
export interface IdpKeys {
  /** Issued the identity provider's certificates, as authorities of some companies do. */
  readonly authority: SigningPair;
  readonly signing: SigningPair;
  readonly encryption: SigningPair;
}

const dayMs = 86_400_000;
const authorityName = 'CN=Countersign refusals authority';
const idpName = 'CN=Countersign refusals identity provider';

const algorithm = (modulusLength: number) => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength,
  publicExponent: new Uint8Array([1, 0, 1]),
});

interface CertificatePlan {
  readonly subject: string;
  readonly issuer?: string;
  /** Hexadecimal. */
  readonly serialNumber: string;
  readonly bits?: number;
  readonly days?: number;
}

/** A pair whose certificate an authority signed, or the pair itself. */
async function makePair(
  now: number,
  authority: SigningPair | undefined,
  { subject, issuer = authorityName, serialNumber, bits = 2048, days = 365 }: CertificatePlan,
): Promise<SigningPair> {
  // An RSA algorithm gives a pair of keys.
  const keys = (await crypto.subtle.generateKey(algorithm(bits), true, ['sign', 'verify'])) as CryptoKeyPair;
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer,
    serialNumber,
    publicKey: keys.publicKey,
    signingKey: authority === undefined ? keys.privateKey : await readKey(authority.privateKeyPem),
    signingAlgorithm: algorithm(2048),
    notBefore: new Date(now - dayMs),
    notAfter: new Date(now + days * dayMs),
  });
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    privateKeyPem: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'),
    certificateDer: Buffer.from(certificate.rawData).toString('base64'),
  };
}

function readKey(pem: string): Promise<CryptoKey> {
  const pkcs8 = x509.PemConverter.decodeFirst(pem);
  return crypto.subtle.importKey('pkcs8', pkcs8, algorithm(2048), false, ['sign']);
}

/** Makes the keys of an identity provider that a target can be told to trust. @param now milliseconds since 1970 */
export async function makeIdpKeys(now: number): Promise<IdpKeys> {
  const authority = await makePair(now, undefined, {
    subject: authorityName,
    serialNumber: '01',
    days: 1825,
  });
  const [signing, encryption] = await Promise.all([
    makePair(now, authority, { subject: idpName, serialNumber: '10', days: 1825 }),
    makePair(now, authority, { subject: `${idpName} encryption`, serialNumber: '13', days: 1825 }),
  ]);
  return { authority, signing, encryption };
}

/** Keys that no target of any kind is given: they are made at each run. */
export async function makeForeignKeys(
  now: number,
  { authority, signing }: IdpKeys,
): Promise<Pick<RefusalKeys, 'stranger' | 'stranger-same-subject' | 'same-authority'>> {
  const idp = new x509.X509Certificate(signing.certificateDer);
  const [stranger, sameSubject, sameAuthority] = await Promise.all([
    makePair(now, undefined, { subject: 'CN=Stranger', issuer: 'CN=Stranger', serialNumber: '11' }),
    makePair(now, undefined, {
      subject: idp.subject,
      issuer: idp.issuer,
      serialNumber: idp.serialNumber,
    }),
    makePair(now, authority, { subject: 'CN=Another system of the same company', serialNumber: '12' }),
  ]);
  return { stranger, 'stranger-same-subject': sameSubject, 'same-authority': sameAuthority };
}

/** All keys, for a target whose history is arranged too: a retired key, a short one, a second identity provider. */
export async function makeRefusalKeys(now: number): Promise<RefusalKeys> {
  const own = await makeIdpKeys(now);
  const [foreign, retired, short, other] = await Promise.all([
    makeForeignKeys(now, own),
    makePair(now, own.authority, { subject: `${idpName} before the rollover`, serialNumber: '14' }),
    makePair(now, own.authority, { subject: `${idpName} short`, serialNumber: '15', bits: 1024 }),
    makePair(now, own.authority, { subject: 'CN=Second identity provider', serialNumber: '16' }),
  ]);
  return {
    ...foreign,
    idp: own.signing,
    'idp-encryption': own.encryption,
    'idp-retired': retired,
    'idp-short': short,
    'other-idp': other,
  };
}
