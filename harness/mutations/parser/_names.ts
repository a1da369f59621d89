import type { MutationContext } from '../../model/mutation.ts';
import { EditError, escapeXml } from '../kit/edit.ts';

/** What follows the victim's name in the attacker's own: whoever reads on sees another person. */
export const tail = '.attacker.example';

/** The victim's name, escaped, then a separator as it stands, then the rest of the attacker's. */
export function splitName({ victim }: MutationContext, separator: string): string {
  return `${escapeXml(victim.nameId)}${separator}${tail}`;
}

/** A name with its first letter of this kind replaced. @throws EditError when it has none */
export function withLetter(name: string, letter: RegExp, replace: (found: string) => string): string {
  if (!letter.test(name)) throw new EditError(`Nothing to change: "${name}" has no letter ${letter.source}.`);
  return name.replace(letter, replace);
}
