import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertInto } from '../kit/edit.ts';

const mobile =
  `<saml:Attribute xmlns:saml="${NS.saml}" Name="mobile">` +
  '<saml:AttributeValue>+1 555 0100</saml:AttributeValue></saml:Attribute>';

export default defineMutation({
  id: 'attributes/not-agreed',
  title: 'A telephone number is sent that nobody asked for',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => insertInto(xml, 'AttributeStatement', mobile),
  },
  breaks: ['attributes/released'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: '1kosmos',
      section: 'Attribute mappings',
      says: 'The mapping table names the attributes that are sent.',
    },
  ],
});
