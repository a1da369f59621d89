import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'signature/digest-altered',
  title: 'The DigestValue is replaced',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      setText(
        xml,
        'Assertion/Signature/SignedInfo/Reference/DigestValue',
        'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
      ),
  },
  breaks: ['signature/digest'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'xmldsig',
      section: 'Version 1.1, 3.2.1',
      says: 'Reference validation digests the object again and compares the result with DigestValue; any difference is a failure.',
    },
  ],
});
