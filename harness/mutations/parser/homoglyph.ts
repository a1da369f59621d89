import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';
import { withLetter } from './_names.ts';

export default defineMutation({
  id: 'parser/homoglyph',
  title: 'The NameID is the victim’s with a Cyrillic letter',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) =>
      setText(
        xml,
        'Subject/NameID',
        withLetter(
          victim.nameId,
          /[aeop]/,
          (found) => ({ a: '\u0430', e: '\u0435', o: '\u043E', p: '\u0440' })[found] ?? found,
        ),
      ),
  },
  breaks: ['subject/user-name'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'saml-core',
      section: '2.2.2',
      says: 'A name identifier is a string; who takes two different ones for the same person goes by no rule of the standard.',
    },
    {
      document: 'saml-core',
      section: '1.3.1',
      says: 'Strings are compared exactly, unless something else is said: case and white space count.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'The two names look the same to people, and to software that maps letters by their look.',
    weakness: ['look-alikes-mapped'],
  },
});
