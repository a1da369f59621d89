import 'reflect-metadata';
import { createHash } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** TLS identity of one run: made at its start, kept in memory, trusted by nobody else. */
export interface RunAuthority {
  /** PEM of the certificate for the given hosts, and of its key. */
  readonly certificate: string;
  readonly key: string;
  /** PEM of the authority that signed it, for HTTP clients' `ca`. */
  readonly authority: string;
  /** Base64 SHA-256 of the certificate's public key, for Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const dayMs = 86_400_000;

/** Makes an authority and one certificate that covers all `hosts`, valid for a day around `now`. */
export async function createRunAuthority(hosts: readonly string[], now: number): Promise<RunAuthority> {
  const authorityKeys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const validity = { notBefore: new Date(now - dayMs), notAfter: new Date(now + dayMs) };
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=countersign run authority',
    keys: authorityKeys,
    signingAlgorithm: algorithm,
    ...validity,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  const certificate = await x509.X509CertificateGenerator.create({
    subject: 'CN=countersign front door',
    issuer: authority.subject,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: algorithm,
    ...validity,
    extensions: [
      new x509.SubjectAlternativeNameExtension(hosts.map((value) => ({ type: 'dns' as const, value }))),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    ],
  });
  return {
    certificate: certificate.toString('pem'),
    key: x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY'),
    authority: authority.toString('pem'),
    spki: createHash('sha256').update(Buffer.from(certificate.publicKey.rawData)).digest('base64'),
  };
}
