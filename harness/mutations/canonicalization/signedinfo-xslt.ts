import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAgain } from '../kit/forge.ts';

const canonicalizationContent =
  '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">' +
  '<xsl:template match="/"><xsl:text>countersign</xsl:text></xsl:template></xsl:stylesheet>';

export default defineMutation({
  id: 'canonicalization/signedinfo-xslt',
  title: 'SignedInfo is canonicalized by a stylesheet',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAgain(xml, {
        parts: ({ id }) => ({
          references: [{ uri: `#${id}` }],
          canonicalization: 'http://www.w3.org/TR/1999/REC-xslt-19991116',
          canonicalizationContent,
        }),
        fill: bySigner(context, 'idp'),
      }),
  },
  breaks: ['algorithms/canonicalization'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.canonicalizationMethod, refs.exclusiveOnly],
  cves: ['CVE-2013-2172'],
  attack: {
    against: 'sp',
    mechanism:
      'CanonicalizationMethod is XSLT, with a stylesheet of the sender’s; the value is that of exclusive canonicalization. What the method may be has to be decided by the verifier.',
    weakness: ['any-canonicalization'],
  },
});
