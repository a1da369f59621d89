import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { signOddly } from './_sign.ts';

export default defineMutation({
  id: 'algorithms/empty-method',
  title: 'The signature names no algorithm',
  stage: 'after-signing',
  change: { on: 'response', apply: signOddly({ signatureMethod: '' }) },
  breaks: ['algorithms/public-key', 'attributes/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.namedByUri, refs.signatureMethod],
  attack: {
    against: 'sp',
    mechanism: 'The Algorithm of SignatureMethod is empty.',
    weakness: ['unknown-algorithm-passes'],
  },
});
