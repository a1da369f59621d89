import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'parser/white-space-round-name',
  title: 'The NameID is the victim’s between spaces and a line break',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) => setText(xml, 'Subject/NameID', ` ${victim.nameId}\n`),
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
    mechanism: 'A target that trims finds the victim.',
    weakness: ['whitespace-trimmed'],
  },
});
