import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'idp-request/name-policy-unsupported',
  title: 'The request wants a NameID of a Format that does not exist',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml) =>
      setAttribute(xml, 'AuthnRequest/NameIDPolicy', 'Format', 'urn:example:nameid-format:badge'),
  },
  breaks: ['request/name-id-policy'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1.1',
      says: 'An identity provider that cannot meet the NameIDPolicy answers InvalidNameIDPolicy.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'A service provider that gets a name of another kind than it asked for finds another account by it.',
    weakness: ['name-policy-ignored'],
  },
});
