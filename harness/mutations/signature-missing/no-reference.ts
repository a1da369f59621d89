import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';
import { personate } from '../kit/person.ts';

export default defineMutation({
  id: 'signature-missing/no-reference',
  title: 'A valid signature without a Reference, round another person',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        change: (unsigned) => personate(unsigned, context),
        parts: () => ({ references: [] }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['attributes/value', 'response/schema', 'signature/reference', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneReference, refs.signatureForm],
  attack: {
    against: 'sp',
    mechanism:
      'SignedInfo is truly signed but refers to nothing, so that every digest that there is fits. A loop over no references ends well.',
    weakness: ['empty-signature-passes'],
  },
});
