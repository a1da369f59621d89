import { defineMutation } from '../../model/mutation.ts';
import { digestText } from '../../saml/algorithms.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';

const transforms = [ALG.enveloped, ...Array.from({ length: 999 }, () => ALG.excC14n)];

export default defineMutation({
  id: 'transforms/many',
  title: 'A thousand transforms',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        parts: ({ id, text }) => ({
          references: [{ uri: `#${id}`, transforms, digestValues: [digestText(ALG.sha256, text)] }],
        }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['signature/transforms'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.twoTransforms],
  attack: {
    against: 'sp',
    mechanism:
      'The signature is good, and has a thousand canonicalizations one after the other. Each costs a pass over the message, before the key is asked.',
    weakness: ['unbounded-transforms'],
    watch: 'answer-time',
  },
});
