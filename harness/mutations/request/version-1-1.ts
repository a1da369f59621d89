import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'request/version-1-1',
  title: 'An AuthnRequest of version 1.1',
  stage: 'before-signing',
  change: { on: 'request', apply: (xml) => setAttribute(xml, 'AuthnRequest', 'Version', '1.1') },
  breaks: ['request/version'],
  hostile: true,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '3.2.1', says: 'The Version of a request is 2.0.' }],
  attack: {
    against: 'idp',
    mechanism:
      'Rules of another version would hold for it; an identity provider that does not know them must not guess.',
    weakness: ['schema-not-checked'],
  },
});
