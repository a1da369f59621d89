import { defineMutation } from '../../model/mutation.ts';
import { reencode, toUtf7 } from './_encode.ts';

export default defineMutation({
  id: 'parser/encoding-utf-7',
  title: 'The message is in UTF-7',
  stage: 'in-transit',
  change: { on: 'response-parameter', apply: (parameter) => reencode(parameter, (xml) => toUtf7(xml)) },
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
      'In UTF-7 all markup is hidden from whoever reads the message as ASCII; few processors know it, and none needs to.',
    weakness: ['lenient-encoding'],
  },
});
