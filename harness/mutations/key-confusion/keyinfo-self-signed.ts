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
  refs: [
    {
      document: 'owasp',
      section: 'SAML Security Cheat Sheet, Validate Signatures',
      says: 'The key comes from the identity provider and is kept; the KeyInfo of the message is passed over.',
    },
  ],
});
