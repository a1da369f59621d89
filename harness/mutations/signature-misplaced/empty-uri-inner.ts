import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAt, unsign } from '../kit/forge.ts';

export default defineMutation({
  id: 'signature-misplaced/empty-uri-inner',
  title: 'The signature in the assertion refers to the whole document',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAt(unsign(xml, 'Response/Assertion'), 'Response/Assertion', {
        parts: () => ({ references: [{ uri: '' }] }),
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
      'The Reference of the assertion’s signature has an empty URI. It is good, but says nothing of the assertion by its ID: what it covers changes with where the assertion is put.',
    weakness: ['any-signature-counts'],
    needs: ['signed-assertion'],
  },
});
