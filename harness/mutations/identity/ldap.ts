import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'identity/ldap',
  title: 'The NameID has a wildcard of LDAP',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { victim }) =>
      setText(xml, 'Subject/NameID', `${victim.nameId.slice(0, 1)}*${victim.nameId.slice(2)}`),
  },
  breaks: ['subject/user-name'],
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
      'Put into a filter as it stands, the star stands for the missing letters of the victim’s name.',
    weakness: ['names-in-queries'],
  },
});
