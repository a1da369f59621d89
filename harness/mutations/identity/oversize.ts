import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'identity/oversize',
  title: 'The NameID is the victim’s, a thousand spaces and one more letter',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) => setText(xml, 'Subject/NameID', `${victim.nameId}${' '.repeat(1000)}x`),
  },
  breaks: ['subject/name-id-form', 'subject/user-name'],
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
      'A column that cuts off long values, and a comparison that ignores spaces at the end, leave the victim’s name.',
    weakness: ['name-cut-off', 'whitespace-trimmed'],
  },
});
