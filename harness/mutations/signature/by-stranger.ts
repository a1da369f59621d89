import { defineMutation } from '../../model/mutation.ts';
import { signByStranger } from './_stranger.ts';

export default defineMutation({
  id: 'signature/by-stranger',
  title: 'A stranger signs the assertion, and brings the certificate along in KeyInfo',
  stage: 'after-signing',
  change: { on: 'response', apply: signByStranger },
  breaks: ['signature/key'],
  hostile: true,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '5.4.5', says: 'KeyInfo says nothing of trust in the key.' }],
});
