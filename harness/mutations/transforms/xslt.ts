import { defineMutation } from '../../model/mutation.ts';
import { digestText } from '../../saml/algorithms.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';
import { personate } from '../kit/person.ts';
import { stylesheet, XSLT } from './_stylesheets.ts';

const output = 'countersign';
const transforms = [
  ALG.enveloped,
  { algorithm: XSLT, content: stylesheet(`<xsl:text>${output}</xsl:text>`) },
];

export default defineMutation({
  id: 'transforms/xslt',
  title: 'What is digested is made by a stylesheet',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        change: (unsigned) => personate(unsigned, context),
        parts: ({ id }) => ({
          references: [{ uri: `#${id}`, transforms, digestValues: [digestText(ALG.sha256, output)] }],
        }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['attributes/value', 'signature/transforms', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.twoTransforms, refs.onlySignedIsSecure],
  attack: {
    against: 'sp',
    mechanism:
      'The identity provider’s signature has a transform by XSLT whose output is always the same, so that any content fits its digest.',
    weakness: ['any-transform'],
  },
});
