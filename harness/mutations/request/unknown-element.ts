import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertAfter } from '../kit/edit.ts';

export default defineMutation({
  id: 'request/unknown-element',
  title: 'An element in the AuthnRequest that the schema does not have',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml) => insertAfter(xml, 'Issuer', `<samlp:LoginHint xmlns:samlp="${NS.samlp}"/>`),
  },
  breaks: ['request/schema'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1',
      says: 'An AuthnRequest has the attributes and elements of its type, in the order that the schema gives.',
    },
  ],
});
