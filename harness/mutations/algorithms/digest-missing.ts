import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';
import { personate } from '../kit/person.ts';

export default defineMutation({
  id: 'algorithms/digest-missing',
  title: 'The Reference has no DigestMethod',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        change: (unsigned) => personate(unsigned, context),
        parts: ({ id }) => ({
          references: [{ uri: `#${id}`, digestMethod: null, digestValues: ['AAAA'] }],
        }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['attributes/value', 'response/schema', 'signature/form', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.digestMethod],
  attack: {
    against: 'sp',
    mechanism: 'SignedInfo is truly signed, and its Reference lacks the DigestMethod.',
    weakness: ['unknown-digest-passes'],
  },
});
