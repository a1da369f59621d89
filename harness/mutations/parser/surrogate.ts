import { defineMutation } from '../../model/mutation.ts';
import { nameIdText, writeNameId } from './_doctype.ts';

export default defineMutation({
  id: 'parser/surrogate',
  title: 'Half of a surrogate pair, in three bytes, within the NameID',
  stage: 'in-transit',
  change: {
    on: 'response-parameter',
    apply: (parameter) => {
      const bytes = Buffer.from(parameter, 'base64').toString('latin1');
      const name = nameIdText(bytes);
      const changed = writeNameId(bytes, `${name.slice(0, 1)}\u00ED\u00A0\u0080${name.slice(1)}`);
      return Buffer.from(changed, 'latin1').toString('base64');
    },
  },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'xml',
      section: '2.2',
      says: 'A document holds only the characters listed; among the others are most control characters and halves of surrogate pairs.',
    },
    {
      document: 'xml',
      section: '4.3.3',
      says: 'It is a fatal error when a document has an encoding that the processor cannot read, or bytes that its encoding forbids.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'UTF-8 does not allow the three bytes of half a pair: one reader drops them, another replaces them.',
    weakness: ['control-characters-dropped', 'lenient-encoding'],
  },
});
