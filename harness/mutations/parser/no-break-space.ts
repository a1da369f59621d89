import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'parser/no-break-space',
  title: 'The NameID is the victim’s with a no-break space behind it',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) => setText(xml, 'Subject/NameID', `${victim.nameId}\u00A0`),
  },
  breaks: ['subject/name-id-white-space', 'subject/user-name'],
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
    mechanism:
      'What counts as white space differs: trimming in one language takes a no-break space away, in another it does not.',
    weakness: ['whitespace-trimmed'],
  },
});
