import { publicKeyOf } from '../../saml/certificate.ts';
import { EditError } from '../kit/edit.ts';

/** The RSA key of a certificate (base64 DER) as a bare KeyValue (XML Signature 4.5.2.2). */
export function keyValueOf(certificateDer: string): string {
  const { n, e } = publicKeyOf(certificateDer)?.export({ format: 'jwk' }) ?? {};
  if (n === undefined || e === undefined) throw new EditError('The certificate has no RSA key.');
  const base64 = (value: string) => Buffer.from(value, 'base64url').toString('base64');
  return (
    `<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>${base64(n)}</ds:Modulus>` +
    `<ds:Exponent>${base64(e)}</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>`
  );
}
