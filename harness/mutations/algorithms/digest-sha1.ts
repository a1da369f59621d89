import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'algorithms/digest-sha1',
  title: 'The digest claims SHA-1',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setAttribute(xml, 'Assertion/Signature/SignedInfo/Reference/DigestMethod', 'Algorithm', ALG.sha1),
  },
  breaks: ['algorithms/digest', 'signature/digest'],
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
