import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { personate } from '../kit/person.ts';
import { removeSignatures } from '../kit/sign-response.ts';

export default defineMutation({
  id: 'signature-missing/stripped-changed',
  title: 'The signatures are taken off, and another person is named',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml, context) => personate(removeSignatures(xml), context) },
  breaks: ['attributes/value', 'metadata/sp-assertions-signed', 'signature/presence', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.eachAssertionSigned],
  attack: {
    against: 'sp',
    mechanism: 'The attacker takes the signatures off a genuine message and writes the victim into it.',
    weakness: ['signature-not-required'],
  },
});
