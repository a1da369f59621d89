import { defineMutation } from '../../model/mutation.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'identity/format-other',
  title: 'The NameID is transient where another Format was agreed',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => setAttribute(xml, 'Subject/NameID', 'Format', NAMEID.transient) },
  breaks: ['subject/name-id-format'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1.1',
      says: 'The identity provider gives a NameID of the Format that the NameIDPolicy asks for, or an error.',
    },
    {
      document: 'saml-core',
      section: '8.3.8',
      says: 'A transient identifier means something for one session only, and names no account.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A transient name is made up for each session; an account that has that name belongs to somebody else.',
    weakness: ['name-format-not-checked'],
  },
});
