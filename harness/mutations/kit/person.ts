import type { AttackPerson } from '../../model/attack.ts';
import type { MutationContext } from '../../model/mutation.ts';
import type { XmlElement } from '../../model/xml.ts';
import { childrenOf, textOf } from '../../saml/tree.ts';
import { EditError, findIn, rootOf, setContentAt } from './edit.ts';

/** The message's first assertion about the victim: NameID and whatever attributes both people have. */
export function personate(xml: string, { victim }: MutationContext): string {
  const root = rootOf(xml);
  const nameId = findIn(root, 'Assertion/Subject/NameID');
  return writeTexts(xml, [[nameId, victim.nameId], ...attributeTexts(xml, root, victim)]);
}

/** The message's first assertion with the victim's attributes beside the attacker's own NameID. */
export function writeVictimAttributes(xml: string, { victim }: MutationContext): string {
  return writeTexts(xml, attributeTexts(xml, rootOf(xml), victim));
}

type NewText = readonly [element: XmlElement, text: string];

/** The values that both people have, by place; whatever the victim has more of is left out. */
function attributeTexts(xml: string, root: XmlElement, { attributes }: AttackPerson): readonly NewText[] {
  return Object.entries(attributes).flatMap(([name, values]) => {
    if (!xml.includes(`Name="${name}"`)) return [];
    const attribute = findIn(root, `Assertion/AttributeStatement/Attribute[Name=${name}]`);
    const places = childrenOf(attribute).filter(({ local }) => local === 'AttributeValue');
    const present = childrenOf(attribute).length;
    return values.slice(0, present).map((value, index): NewText => {
      const place = places[index];
      if (place === undefined) throw new EditError(`Nothing to change: "${name}" has no value ${index + 1}.`);
      return [place, value];
    });
  });
}

/** Puts texts in, the last one first, so that the places of the others stay. What is the same stays as it is. */
function writeTexts(xml: string, texts: readonly NewText[]): string {
  return texts
    .filter(([element, text]) => textOf(element).text !== text)
    .sort(([one], [other]) => other.start - one.start)
    .reduce((written, [element, text]) => setContentAt(written, element, text), xml);
}
