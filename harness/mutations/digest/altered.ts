import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'signature/content-changed',
  title: 'The signed assertion is changed to name another person',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml) => setText(xml, 'Subject/NameID', 'attacker@example.com') },
  breaks: ['signature/digest', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'xmldsig',
      section: 'Version 1.1, 3.2.1',
      says: 'Reference validation digests the object again and compares the result with DigestValue; any difference is a failure.',
    },
  ],
});
