import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'identity/trailing-dot',
  title: 'The NameID is the victim’s with a dot at its end',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml, { victim }) => setText(xml, 'Subject/NameID', `${victim.nameId}.`) },
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
    mechanism: 'A host name with a dot at its end is the same host; a name is not the same name.',
    weakness: ['sub-address-dropped'],
  },
});
