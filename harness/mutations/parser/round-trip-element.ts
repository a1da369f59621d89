import { defineMutation } from '../../model/mutation.ts';
import { intoExtensions } from '../structure/_envelope.ts';

export default defineMutation({
  id: 'parser/round-trip-element',
  title: 'An element with two colons in its name',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml) => intoExtensions(xml, '<e::note xmlns:e="urn:example:note"/>') },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'xml',
      section: 'Namespaces in XML 1.0, 4',
      says: 'A name has at most one colon, between prefix and local part.',
    },
  ],
  cves: ['CVE-2020-29511'],
  attack: {
    against: 'sp',
    mechanism:
      'An element name with two colons changes its namespace each time that it is parsed and printed.',
    weakness: ['lenient-wellformedness'],
    needs: ['signed-assertion'],
  },
});
