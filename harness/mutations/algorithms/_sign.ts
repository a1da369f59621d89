import type { MutationContext } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { type SignatureParts, x509Data } from '../../saml/write-signature.ts';
import { bySecret, bySigner, signAgain } from '../kit/forge.ts';
import { personate } from '../kit/person.ts';

type Odd = Partial<Omit<SignatureParts, 'templateId' | 'references' | 'keyInfo'>>;

/**
 * The message about the victim, with a signature whose SignatureMethod is odd. Its value is a stranger's unless the parts
 * give one; its KeyInfo is the identity provider's, so that nothing else is wrong with it.
 */
export function signOddly(odd: Odd): (xml: string, context: MutationContext) => string {
  return (xml, context) =>
    signAgain(xml, {
      change: (unsigned) => personate(unsigned, context),
      parts: ({ id }) => ({
        references: [{ uri: `#${id}` }],
        keyInfo: x509Data(context.idpCertificate),
        ...odd,
      }),
      fill: bySigner(context, 'stranger'),
    });
}

/** The message about the victim, with an HMAC for a signature. `cut` takes of its value what is claimed to be enough. */
export function authenticateVictim(
  secretOf: (context: MutationContext) => Buffer | string,
  odd: Odd = { signatureMethod: ALG.hmacSha256 },
  cut?: (value: Buffer) => Buffer,
): (xml: string, context: MutationContext) => string {
  return (xml, context) =>
    signAgain(xml, {
      change: (unsigned) => personate(unsigned, context),
      parts: ({ id }) => ({ references: [{ uri: `#${id}` }], ...odd }),
      fill: bySecret(secretOf(context), context.idpCertificate, cut),
    });
}

/** The genuine message signed anew by the identity provider, by other algorithms. */
export function signByAlgorithms(
  signatureMethod: string,
  digestMethod: string,
): (xml: string, context: MutationContext) => string {
  return (xml, context) =>
    signAgain(xml, {
      parts: ({ id }) => ({ references: [{ uri: `#${id}`, digestMethod }], signatureMethod }),
      fill: bySigner(context, 'idp'),
    });
}
