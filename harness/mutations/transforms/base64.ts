import { createHash } from 'node:crypto';
import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';

/** Digest of what is left of canonical text without its tags, decoded; what is not base64 is passed over. */
function digestOfDecoded(text: string): string {
  const decoded = Buffer.from(text.replace(/<[^>]*>/g, ''), 'base64');
  return createHash('sha256').update(decoded).digest('base64');
}

export default defineMutation({
  id: 'transforms/base64',
  title: 'What is digested is the text alone, decoded as base64',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        parts: ({ id, text }) => ({
          references: [
            {
              uri: `#${id}`,
              transforms: [ALG.enveloped, 'http://www.w3.org/2000/09/xmldsig#base64'],
              digestValues: [digestOfDecoded(text)],
            },
          ],
        }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['signature/transforms'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.twoTransforms, refs.onlySignedIsSecure],
  attack: {
    against: 'sp',
    mechanism:
      'The identity provider’s signature has the base64 transform, which drops all tags and attributes and decodes the text: the structure of the message is not signed.',
    weakness: ['any-transform'],
  },
});
