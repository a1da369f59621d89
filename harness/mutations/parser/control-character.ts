import { defineMutation } from '../../model/mutation.ts';
import { nameIdText, writeNameId } from './_doctype.ts';

export default defineMutation({
  id: 'parser/control-character',
  title: 'A control character within the NameID',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => {
      const name = nameIdText(xml);
      return writeNameId(xml, `${name.slice(0, 1)}\u0001${name.slice(1)}`);
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
      section: '1.2',
      says: 'A processor that meets a fatal error, such as text that is not well-formed, does not go on as if nothing had happened.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A reader that drops what XML forbids sees the genuine name, and signs off a message that is none.',
    weakness: ['control-characters-dropped'],
  },
});
