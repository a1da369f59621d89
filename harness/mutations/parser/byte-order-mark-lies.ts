import { defineMutation } from '../../model/mutation.ts';
import { reencode } from './_encode.ts';

export default defineMutation({
  id: 'parser/byte-order-mark-lies',
  title: 'The byte order mark says UTF-16, the text is UTF-8',
  stage: 'in-transit',
  change: {
    on: 'response-parameter',
    apply: (parameter) =>
      reencode(parameter, (xml) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml)])),
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
  ],
  attack: {
    against: 'sp',
    mechanism:
      'The mark decides how all of the text is read; who skips it reads another message than who obeys it.',
    weakness: ['lenient-encoding'],
  },
});
