import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { signOddly } from './_sign.ts';

export default defineMutation({
  id: 'algorithms/missing-method',
  title: 'The signature has no SignatureMethod',
  stage: 'after-signing',
  change: { on: 'response', apply: signOddly({ signatureMethod: null }) },
  breaks: [
    'algorithms/public-key',
    'attributes/value',
    'response/schema',
    'signature/form',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [refs.signatureMethod],
  attack: {
    against: 'sp',
    mechanism: 'SignedInfo lacks its SignatureMethod.',
    weakness: ['unknown-algorithm-passes'],
  },
});
