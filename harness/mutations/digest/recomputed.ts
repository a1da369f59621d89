import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { personate } from '../kit/person.ts';
import { redigest } from '../kit/redigest.ts';

export default defineMutation({
  id: 'digest/recomputed',
  title: 'The signed element and its digest are changed, the SignatureValue is not',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml, context) => redigest(personate(xml, context)) },
  breaks: ['attributes/value', 'signature/value', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.validateSignature],
  attack: {
    against: 'sp',
    mechanism:
      'The victim is written into the signed element, and the digest that fits into SignedInfo. The SignatureValue is the old one.',
    weakness: ['value-not-verified'],
  },
});
