import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'algorithms/rsa-sha1',
  title: 'The signature claims RSA with SHA-1',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(xml, 'Assertion/Signature/SignedInfo/SignatureMethod', 'Algorithm', ALG.rsaSha1),
  },
  breaks: ['algorithms/signature', 'signature/value'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'nist-sp-800-131a',
      section: 'Revision 2, 9',
      says: 'SHA-1 is disallowed as the hash of a new digital signature.',
    },
  ],
});
