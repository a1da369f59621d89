import { defineMutation } from '../../model/mutation.ts';
import { insertInto } from '../kit/edit.ts';
import { attributeValueXml, mappingsRef } from './_change.ts';
import { rolesAttribute } from './_genuine.ts';

export default defineMutation({
  id: 'saml-app/role-of-nobody',
  title: 'A role is sent that is no group of the person',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      insertInto(
        xml,
        `Attribute[Name=${rolesAttribute}]`,
        attributeValueXml('b1e0c5d2-6a7f-4c38-9d41-2f3a4b5c6d7e'),
      ),
  },
  breaks: ['saml-app/role-entitled', 'saml-app/roles-shown'],
  hostile: false,
  safe: 'unaffected',
  refs: [mappingsRef],
});
