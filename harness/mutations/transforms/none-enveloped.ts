import { defineMutation } from '../../model/mutation.ts';
import { digestText } from '../../saml/algorithms.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';

export default defineMutation({
  id: 'transforms/none-enveloped',
  title: 'No transform takes the signature out of what it signs',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        parts: ({ id, text }) => ({
          references: [
            { uri: `#${id}`, transforms: [ALG.excC14n], digestValues: [digestText(ALG.sha256, text)] },
          ],
        }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['signature/transforms'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.enveloped, refs.twoTransforms],
  attack: {
    against: 'sp',
    mechanism:
      'The digest is that of the element without its signature, but no transform says so. Verifiers that remove the signature before they look at the transforms take it.',
    weakness: ['signature-removed-unasked'],
  },
});
