import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'idp-request/id-with-markup',
  title: 'The request’s ID ends an attribute and begins another',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml) => setAttribute(xml, 'AuthnRequest', 'ID', '_a" Destination="https://attacker.example/acs'),
  },
  breaks: ['request/id', 'request/schema'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '1.3.4',
      says: 'An ID is an xs:ID, which holds letters, digits and a few signs.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'The ID comes back as InResponseTo: written without escaping it gives the signed answer parts of the attacker’s making.',
    weakness: ['request-values-unescaped'],
  },
});
