import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'identity/sql',
  title: 'The NameID ends a text in SQL',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) => setText(xml, 'Subject/NameID', `${victim.nameId}' -- `),
  },
  breaks: ['subject/name-id-form', 'subject/name-id-white-space', 'subject/user-name'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'owasp',
      section: 'Injection Prevention Cheat Sheet',
      says: 'What comes from outside is handed to a query as a parameter, never as part of its text.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'Put into a query as it stands, the quote ends the name after the victim’s and makes the rest a comment.',
    weakness: ['names-in-queries'],
  },
});
