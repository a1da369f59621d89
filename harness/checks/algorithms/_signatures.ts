import type { ResponseReading } from '../../model/readings.ts';

/** Why a check about signatures has nothing to judge, or `true`. */
export function hasSignature({ response }: { readonly response: ResponseReading }): true | string {
  return response.signatures.length > 0 || 'The Response carries no signature.';
}
