import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { attributeOf } from '../kit/edit.ts';
import { bySigner, signAt, unsign } from '../kit/forge.ts';

export default defineMutation({
  id: 'signature-misplaced/refers-to-response',
  title: 'The signature in the assertion refers to the Response',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAt(unsign(xml, 'Response/Assertion'), 'Response/Assertion', {
        parts: () => ({ references: [{ uri: `#${attributeOf(xml, 'Response', 'ID')}` }] }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['signature/reference'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneReference],
  attack: {
    against: 'sp',
    mechanism: 'The assertion holds a good signature over the Response round it, instead of over itself.',
    weakness: ['any-signature-counts'],
    needs: ['signed-assertion'],
  },
});
