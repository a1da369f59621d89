import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';

export default defineMutation({
  id: 'signature-misplaced/xpointer',
  title: 'The Reference is an XPointer to the ID',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        parts: ({ id }) => ({ references: [{ uri: `#xpointer(id('${id}'))` }] }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['signature/reference'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneReference, refs.sameDocument],
  attack: {
    against: 'sp',
    mechanism:
      'The URI of the Reference is an XPointer with an id function instead of the bare ID. Verifiers that resolve it run an expression of the sender’s.',
    weakness: ['xpointer-references'],
  },
});
