import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';

export default defineMutation({
  id: 'signature-missing/other-namespace',
  title: 'The Signature is good but for its namespace',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        parts: ({ id }) => ({
          references: [{ uri: `#${id}` }],
          namespace: 'http://www.w3.org/2000/09/xmldsig',
        }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['metadata/sp-assertions-signed', 'response/schema', 'signature/presence'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.signatureNamespace, refs.eachAssertionSigned],
  attack: {
    against: 'sp',
    mechanism:
      'Every element of the signature is in a namespace that is not XML Signature’s; its values fit all the same. What is found by its local name is not what the standard describes.',
    weakness: ['signature-namespace-ignored'],
  },
});
