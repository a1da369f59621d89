import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { addField } from './_query.ts';

export default defineMutation({
  id: 'request/signed-by-unknown-key',
  title: 'An AuthnRequest signed by a key that the metadata does not publish',
  stage: 'in-transit',
  change: {
    on: 'request-url',
    apply: (url) =>
      addField(addField(url, 'SigAlg', encodeURIComponent(ALG.rsaSha256)), 'Signature', 'c2lnbmF0dXJl'),
  },
  breaks: ['request/signature'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.1.1',
      says: 'KeyDescriptor tells which keys an entity uses to sign.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'A signature that nobody can verify is worth no more than none.',
    weakness: ['request-signature-not-checked'],
  },
});
