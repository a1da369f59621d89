import { defineMutation } from '../../model/mutation.ts';
import { intoExtensions } from '../structure/_envelope.ts';

export default defineMutation({
  id: 'parser/round-trip-directive',
  title: 'A declaration within the document hides markup in a comment',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => intoExtensions(xml, '<!note <!-- > --> <note xmlns="urn:example:note"/> >'),
  },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'xml',
      section: '1.2',
      says: 'A processor that meets a fatal error, such as text that is not well-formed, does not go on as if nothing had happened.',
    },
  ],
  cves: ['CVE-2020-29510'],
  attack: {
    against: 'sp',
    mechanism:
      'A directive whose comment is dropped when it is printed ends elsewhere the next time, and what it hid becomes markup.',
    weakness: ['lenient-wellformedness'],
    needs: ['signed-assertion'],
  },
});
