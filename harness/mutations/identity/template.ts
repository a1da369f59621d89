import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'identity/template',
  title: 'The NameID is an expression of a template language',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => setText(xml, 'Subject/NameID', '{{7*191}}#{7*191}<%=7*191%>@attacker.example'),
  },
  breaks: ['subject/name-id-form', 'subject/user-name'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'owasp',
      section: 'Web Security Testing Guide, Server-side Template Injection',
      says: 'What comes from outside is data for a template, and never part of it.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'A page that is made by putting the name into a template, and not beside it, evaluates the name.',
    weakness: ['names-as-templates'],
    watch: 'markup',
    marker: '1337',
  },
});
