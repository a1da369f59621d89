import { defineMutation } from '../../model/mutation.ts';
import { setContent } from '../kit/edit.ts';
import { mappingsRef } from './_change.ts';
import { groups, rolesAttribute } from './_genuine.ts';

const joined = `<saml:AttributeValue>${groups.map(({ sent }) => sent).join(',')}</saml:AttributeValue>`;

export default defineMutation({
  id: 'saml-app/roles-joined',
  title: 'The roles stand in one value, with commas between them',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setContent(xml, `Attribute[Name=${rolesAttribute}]`, joined),
  },
  breaks: ['attributes/value', 'saml-app/role-separate', 'saml-app/roles-shown'],
  hostile: false,
  safe: 'unaffected',
  refs: [mappingsRef],
});
