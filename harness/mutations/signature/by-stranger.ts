import { defineMutation } from '../../model/mutation.ts';
import { signByStranger } from './_stranger.ts';

export default defineMutation({
  id: 'signature/by-stranger',
  title: 'The assertion is signed by a key that the metadata does not have',
  stage: 'after-signing',
  change: { on: 'response', apply: signByStranger },
  breaks: ['signature/key'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'owasp',
      section: 'SAML Security Cheat Sheet, Validate Signatures',
      says: 'The key comes from the identity provider and is kept; the KeyInfo of the message is passed over.',
    },
  ],
});
