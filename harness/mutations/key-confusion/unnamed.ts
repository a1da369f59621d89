import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { signVictimBy } from './_sign.ts';

export default defineMutation({
  id: 'key-confusion/unnamed',
  title: 'A stranger signs, and brings no certificate along',
  stage: 'after-signing',
  change: { on: 'response', apply: signVictimBy('stranger', () => null) },
  breaks: ['attributes/value', 'signature/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.validateSignature, refs.keptKey],
  attack: {
    against: 'sp',
    mechanism:
      'A message about the victim has a signature that nobody trusted made, and no KeyInfo. It works where only digests are compared.',
    weakness: ['value-not-verified'],
  },
});
