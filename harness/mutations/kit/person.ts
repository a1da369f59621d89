import type { MutationContext } from '../../model/mutation.ts';
import { childrenOf, textOf } from '../../saml/tree.ts';
import { findElement, setText } from './edit.ts';

/** The message's first assertion about the victim: NameID and whatever attributes both people have. */
export function personate(xml: string, { victim }: MutationContext): string {
  const named = writeText(xml, 'Assertion/Subject/NameID', victim.nameId);
  return Object.entries(victim.attributes).reduce(
    (changed, [name, values]) => writeAttribute(changed, name, values),
    named,
  );
}

/** The message's first assertion with the victim's attributes beside the attacker's own NameID. */
export function writeVictimAttributes(xml: string, { victim }: MutationContext): string {
  return Object.entries(victim.attributes).reduce(
    (changed, [name, values]) => writeAttribute(changed, name, values),
    xml,
  );
}

function writeAttribute(xml: string, name: string, values: readonly string[]): string {
  const path = `Assertion/AttributeStatement/Attribute[Name=${name}]`;
  const present = xml.includes(`Name="${name}"`) ? childrenOf(findElement(xml, path)).length : 0;
  return values
    .slice(0, present)
    .reduce(
      (changed, value, index) => writeText(changed, `${path}/AttributeValue[${index + 1}]`, value),
      xml,
    );
}

/** What the two people have in common stays as it is. */
function writeText(xml: string, path: string, text: string): string {
  return textOf(findElement(xml, path)).text === text ? xml : setText(xml, path, text);
}
