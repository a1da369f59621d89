import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { removeSignatures } from '../kit/sign-response.ts';

export default defineMutation({
  id: 'signature-missing/stripped',
  title: 'The signatures are taken off a genuine message',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml) => removeSignatures(xml) },
  breaks: ['metadata/sp-assertions-signed', 'signature/presence'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.eachAssertionSigned],
  attack: {
    against: 'sp',
    mechanism:
      'A genuine message about the attacker comes without its signatures. Whoever takes it would take any other as well.',
    weakness: ['signature-not-required'],
  },
});
