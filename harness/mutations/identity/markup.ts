import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'identity/markup',
  title: 'The NameID is markup',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setText(xml, 'Subject/NameID', '<img src=x onerror=alert(1)>@attacker.example'),
  },
  breaks: ['subject/name-id-form', 'subject/user-name'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'owasp',
      section: 'Cross Site Scripting Prevention Cheat Sheet, Output Encoding',
      says: 'What comes from outside is encoded for the place in the page where it is shown.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A page that greets the person, or an error page, runs what the name holds in the target’s own origin.',
    weakness: ['unescaped-output'],
    watch: 'markup',
  },
});
