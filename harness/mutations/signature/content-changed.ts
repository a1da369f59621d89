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
  refs: [{ document: 'xmldsig', section: '3.2.1', says: 'Any difference between the digests is a failure.' }],
});
