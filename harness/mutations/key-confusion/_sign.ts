import type { SignerName } from '../../model/attack.ts';
import type { MutationContext } from '../../model/mutation.ts';
import { bySigner, signAgain } from '../kit/forge.ts';
import { personate } from '../kit/person.ts';

/**
 * The message about the victim, signed by somebody where the genuine one is. `keyInfo` is what KeyInfo contains: the
 * signer's certificate unless given, `null` for no KeyInfo.
 */
export function signVictimBy(
  as: SignerName,
  keyInfo?: (context: MutationContext) => string | null,
): (xml: string, context: MutationContext) => string {
  return (xml, context) =>
    signAgain(xml, {
      change: (unsigned) => personate(unsigned, context),
      ...(keyInfo === undefined
        ? {}
        : { parts: ({ id }) => ({ references: [{ uri: `#${id}` }], keyInfo: keyInfo(context) }) }),
      fill: bySigner(context, as),
    });
}
