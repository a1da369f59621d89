import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { personate } from '../kit/person.ts';

export default defineMutation({
  id: 'digest/altered',
  title: 'The signed element is changed to name another person',
  stage: 'after-signing',
  change: { on: 'response', apply: personate },
  breaks: ['attributes/value', 'signature/digest', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.validateReference],
  attack: {
    against: 'sp',
    mechanism:
      'The victim is written into the signed element, and nothing else is touched: the signature is as it was, and does not fit.',
    weakness: ['digest-not-compared'],
  },
});
