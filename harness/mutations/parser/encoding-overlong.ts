import { defineMutation } from '../../model/mutation.ts';
import { nameIdText, writeNameId } from './_doctype.ts';

export default defineMutation({
  id: 'parser/encoding-overlong',
  title: 'A letter of the NameID is written in two bytes of UTF-8',
  stage: 'in-transit',
  change: {
    on: 'response-parameter',
    apply: (parameter) => {
      const bytes = Buffer.from(parameter, 'base64').toString('latin1');
      const [letter = ''] = nameIdText(bytes);
      const code = letter.charCodeAt(0);
      const overlong = String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
      return Buffer.from(writeNameId(bytes, overlong + nameIdText(bytes).slice(1)), 'latin1').toString(
        'base64',
      );
    },
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
      'A decoder that takes the overlong form reads the genuine name; one that does not reads another, and a filter on bytes sees neither.',
    weakness: ['lenient-encoding'],
  },
});
