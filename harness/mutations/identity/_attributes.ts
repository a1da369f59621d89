import type { MutationContext } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { EditError, escapeXml } from '../kit/edit.ts';

/** Name of the attribute that repeats the person's NameID, as an e-mail address does. @throws EditError without one */
export function namingAttribute({ self }: MutationContext): string {
  const found = Object.entries(self.attributes).find(([, values]) => values.includes(self.nameId));
  if (found === undefined)
    throw new EditError('Nothing to change: no attribute repeats the name of the person.');
  return found[0];
}

/** An attribute as XML that needs no declaration from outside. */
export function attribute(name: string, ...values: readonly string[]): string {
  const texts = values.map((value) => `<saml:AttributeValue>${escapeXml(value)}</saml:AttributeValue>`);
  return `<saml:Attribute xmlns:saml="${NS.saml}" Name="${escapeXml(name)}">${texts.join('')}</saml:Attribute>`;
}
