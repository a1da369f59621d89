import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAt } from '../kit/forge.ts';
import { removeSignatures } from '../kit/sign-response.ts';

export default defineMutation({
  id: 'signature-misplaced/xpointer-root',
  title: 'The Reference is an XPointer to the root',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAt(removeSignatures(xml), 'Response', {
        parts: () => ({ references: [{ uri: '#xpointer(/)' }] }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['metadata/sp-assertions-signed', 'signature/reference'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneReference, refs.sameDocument],
  attack: {
    against: 'sp',
    mechanism:
      'The URI of the Response’s signature is an XPointer to the root of the document, which names no ID at all.',
    weakness: ['xpointer-references'],
  },
});
