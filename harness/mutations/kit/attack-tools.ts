import type { MutationContext } from '../../model/mutation.ts';
import { EditError } from './edit.ts';

/** Wraps an assertion into an EncryptedAssertion. @throws EditError when the service provider has no key for it */
export function encryptFor({ encrypt }: MutationContext): NonNullable<MutationContext['encrypt']> {
  if (encrypt === undefined) throw new EditError('The service provider has no key to encrypt for.');
  return encrypt;
}

/** The address that only this attack names. @throws EditError when nothing watches one */
export function canaryOf({ canaryUrl }: MutationContext): string {
  if (canaryUrl === undefined) throw new EditError('There is no address whose fetching would be noticed.');
  return canaryUrl;
}

/** Entity ID of the second identity provider. @throws EditError when there is none */
export function otherIdpOf({ otherIdpEntityId }: MutationContext): string {
  if (otherIdpEntityId === undefined) throw new EditError('There is no other identity provider.');
  return otherIdpEntityId;
}

/** An earlier signed Response. @throws EditError when none is kept */
export function earlierOf({ earlier }: MutationContext): string {
  if (earlier === undefined) throw new EditError('There is no earlier message.');
  return earlier;
}
