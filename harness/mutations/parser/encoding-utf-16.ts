import { defineMutation } from '../../model/mutation.ts';
import { withSubset } from './_doctype.ts';
import { declare, reencode } from './_encode.ts';

export default defineMutation({
  id: 'parser/encoding-utf-16',
  title: 'A DOCTYPE hides in a message in UTF-16',
  stage: 'in-transit',
  change: {
    on: 'response-parameter',
    apply: (parameter) =>
      reencode(parameter, (xml) => Buffer.from(`\uFEFF${withSubset(declare(xml, 'UTF-16'), '')}`, 'utf16le')),
  },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'xml',
      section: '4.3.3',
      says: 'It is a fatal error when a document has an encoding that the processor cannot read, or bytes that its encoding forbids.',
    },
    {
      document: 'owasp',
      section: 'XML External Entity Prevention Cheat Sheet, General Guidance',
      says: 'Switching DTDs off altogether is the safest defence against external entities and entity expansion.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A filter that looks for "<!DOCTYPE" in the bytes does not find it in UTF-16; a parser that reads UTF-16 does.',
    weakness: ['lenient-encoding', 'doctype-allowed'],
  },
});
