import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { addField } from './_query.ts';

export default defineMutation({
  id: 'request/signed-with-sha-1',
  title: 'An AuthnRequest signed with SHA-1',
  stage: 'in-transit',
  change: {
    on: 'request-url',
    apply: (url) =>
      addField(addField(url, 'SigAlg', encodeURIComponent(ALG.rsaSha1)), 'Signature', 'c2lnbmF0dXJl'),
  },
  breaks: ['request/signature', 'request/signature-algorithm'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'nist-sp-800-131a',
      section: 'Revision 2, 9',
      says: 'SHA-1 is disallowed as the hash of a new digital signature.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'Signatures by SHA-1 can be transferred to another text with some effort; this one is none at all.',
    weakness: ['sha1-accepted', 'request-signature-not-checked'],
  },
});
