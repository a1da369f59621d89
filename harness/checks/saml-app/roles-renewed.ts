import { homeOf } from '../../aws/mapping-expressions-records.ts';
import { defineCheck } from '../../model/check.ts';
import { quote, quoteAll } from '../metadata/_show.ts';

export default defineCheck({
  id: 'saml-app/roles-renewed',
  title: {
    holds: 'A new session has the roles of that moment',
    fails: 'A new session has roles of an earlier one',
  },
  why: 'Whoever is taken out of a group keeps what it gave them; nobody tells the application, it must ask again.',
  fix: {
    console: 'the application',
    field: 'Session length',
    change: 'Make a session end with the assertion’s, and take the roles from each new assertion alone.',
  },
  judges: 'sp',
  needs: ['portal'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'What an assertion says holds until SessionNotOnOrAfter; then the session is discarded, unless a new assertion renews it.',
    },
  ],
  messages: {
    kept: 'After a new sign-in the role {role} is still shown; the person no longer has it.',
    missing: 'After a new sign-in the role {role} is not shown; the person has it now.',
  },
  applies: ({ portal }) =>
    homeOf(portal).later !== undefined || 'The roles were not changed while the person was signed in.',
  run: ({ portal }) => {
    const { wanted = [], shown = [] } = homeOf(portal).later ?? {};
    const fault = (message: 'kept' | 'missing', role: string) => ({
      message,
      data: { role: quote(role) },
      expected: quoteAll(wanted),
      observed: quoteAll(shown),
      where: { artifact: 'portal' as const, path: '/later/shown' },
    });
    return [
      ...shown.filter((role) => !wanted.includes(role)).map((role) => fault('kept', role)),
      ...wanted.filter((role) => !shown.includes(role)).map((role) => fault('missing', role)),
    ];
  },
});
