import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';
import { signByStranger } from './_stranger.ts';

export default defineMutation({
  id: 'signature/by-stranger-for-other-person',
  title: 'A stranger names another person and signs that',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) => signByStranger(setText(xml, 'Subject/NameID', 'attacker@example.com'), context),
  },
  breaks: ['signature/key', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '5.4.5', says: 'KeyInfo says nothing of trust in the key.' }],
});
