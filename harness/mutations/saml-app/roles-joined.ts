import { defineMutation } from '../../model/mutation.ts';
import { findElement, setContent } from '../kit/edit.ts';
import { attributeValueXml, mappingsRef } from './_change.ts';
import { groups, rolesAttribute } from './_genuine.ts';

const target = `Attribute[Name=${rolesAttribute}]`;

/** All values that the message has, and a second one where it has a single one. */
function joined(xml: string): string {
  const values = findElement(xml, target).children.flatMap((one) =>
    one.kind === 'element' ? one.children.flatMap((text) => (text.kind === 'text' ? [text.text] : [])) : [],
  );
  return (values.length > 1 ? values : [...values, ...groups.map(({ sent }) => sent)]).join(',');
}

export default defineMutation({
  id: 'saml-app/roles-joined',
  title: 'The roles stand in one value, with commas between them',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setContent(xml, target, attributeValueXml(joined(xml))),
  },
  breaks: ['attributes/value', 'saml-app/role-separate', 'saml-app/roles-shown'],
  hostile: false,
  safe: 'unaffected',
  refs: [mappingsRef],
});
