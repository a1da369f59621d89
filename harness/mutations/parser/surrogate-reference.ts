import { defineMutation } from '../../model/mutation.ts';
import { nameIdText, writeNameId } from './_doctype.ts';

export default defineMutation({
  id: 'parser/surrogate-reference',
  title: 'A reference to half of a surrogate pair within the NameID',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => {
      const name = nameIdText(xml);
      return writeNameId(xml, `${name.slice(0, 1)}&#xD800;${name.slice(1)}`);
    },
  },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'xml',
      section: '4.1',
      says: 'A character reference stands for a character that the document could hold itself.',
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
      'Half of a pair is no character: one reader drops it, another replaces it, a third one joins it with the next.',
    weakness: ['control-characters-dropped'],
  },
});
