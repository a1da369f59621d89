import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'algorithms/hmac',
  title: 'The signature claims HMAC, for which the public certificate could be the secret',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(xml, 'Assertion/Signature/SignedInfo/SignatureMethod', 'Algorithm', ALG.hmacSha256),
  },
  breaks: ['algorithms/public-key'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'xmldsig',
      section: 'Version 1.1, 6.3',
      says: 'Message authentication codes take a key that both sides hold.',
    },
  ],
});
