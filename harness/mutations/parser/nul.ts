import { defineMutation } from '../../model/mutation.ts';
import { nameIdText, writeNameId } from './_doctype.ts';

export default defineMutation({
  id: 'parser/nul',
  title: 'A NUL within the NameID',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => {
      const name = nameIdText(xml);
      return writeNameId(xml, `${name.slice(0, 1)}\0${name.slice(1)}`);
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
    mechanism: 'Software written in C ends a text at a NUL, other software does not.',
    weakness: ['control-characters-dropped'],
  },
});
