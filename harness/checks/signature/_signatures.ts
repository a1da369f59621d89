import type { Fault } from '../../model/check.ts';
import type { ArtifactName } from '../../model/evidence.ts';
import type { ResponseReading, SignatureFault, SignatureReading } from '../../model/readings.ts';
import { at } from '../assertion/_assertions.ts';

/** The artifact that all checks of this area need. */
export const needs = ['response'] as const satisfies readonly ArtifactName[];

/** Why a check about signatures has nothing to judge, or `true`. */
export function hasSignature({ response }: { readonly response: ResponseReading }): true | string {
  return response.signatures.length > 0 || 'The Response carries no signature.';
}

/** Why a check that needs a trusted key has nothing to judge, or `true`. */
export function canVerify(evidence: { readonly response: ResponseReading }): true | string {
  if (evidence.response.trustedKeys === 0) return 'No signing certificate of the identity provider is known.';
  return hasSignature(evidence);
}

/** Signatures that do not verify for one of these reasons. */
export function faultySignatures(
  response: ResponseReading,
  codes: readonly SignatureFault[],
): { readonly signature: SignatureReading; readonly code: SignatureFault; readonly detail: string }[] {
  return response.signatures.flatMap((signature) => {
    const { fault } = signature;
    return fault && codes.includes(fault.code)
      ? [{ signature, code: fault.code, detail: fault.message }]
      : [];
  });
}

/** One fault a signature that does not verify for the given reasons, with the reader's own sentence. */
export function signatureFaults<M extends string>(
  response: ResponseReading,
  codes: readonly SignatureFault[],
  message: M,
  expected: string,
): Fault<M>[] {
  return faultySignatures(response, codes).map(({ signature, detail }) => ({
    message,
    data: { parent: signature.parent.local, detail },
    expected,
    observed: detail,
    where: at(response, signature.element),
  }));
}
