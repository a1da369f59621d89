import { defineMutation } from '../../model/mutation.ts';
import { intoExtensions } from '../structure/_envelope.ts';

export default defineMutation({
  id: 'parser/round-trip-attribute',
  title: 'An attribute with an empty prefix',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => intoExtensions(xml, '<e:note xmlns:e="urn:example:note" :ID="a"/>'),
  },
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
  cves: ['CVE-2020-29509'],
  attack: {
    against: 'sp',
    mechanism:
      'An attribute name that begins with a colon is read as one name, printed as another and read differently the next time.',
    weakness: ['lenient-wellformedness'],
    needs: ['signed-assertion'],
  },
});
