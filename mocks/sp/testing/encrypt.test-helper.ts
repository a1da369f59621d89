import { randomBytes, X509Certificate } from 'node:crypto';
import { makeEncrypt } from '../../../harness/saml/encrypt.ts';

type Encrypt = ReturnType<typeof makeEncrypt>;

/** Wraps an Assertion into an EncryptedAssertion for the holder of a certificate (PEM). */
export function encryptAssertion(
  assertionXml: string,
  certificatePem: string,
  algorithms?: Parameters<Encrypt>[1],
): string {
  const certificateDer = new X509Certificate(certificatePem).raw.toString('base64');
  return makeEncrypt({ certificateDer, random: randomBytes })(assertionXml, algorithms);
}
