import { defineCheck } from '../../model/check.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { hasApplication, judgeApplication, sentRoles } from './_application.ts';

export default defineCheck({
  id: 'saml-app/roles-shown',
  title: {
    holds: 'The application shows exactly the roles that it was sent',
    fails: 'The application shows other roles than it was sent',
  },
  why: 'It takes roles from elsewhere, keeps those of an earlier sign-in, or reads only the first value.',
  fix: {
    console: 'the application',
    field: 'SAML → attribute with the roles',
    change: 'Name the attribute exactly as it is sent, and make it read every value.',
  },
  judges: 'sp',
  needs: ['portal', 'response', 'setup'],
  refs: [
    {
      assumption: 'An application takes every value of the attribute with the roles, and no other.',
      known:
        'The guides of Kpow and others say that roles are the values of that attribute; several products read only the first.',
    },
  ],
  messages: {
    missing: 'The role {role} was sent, and the application does not show it.',
    extra: 'The application shows the role {role}, which was not sent.',
  },
  applies: hasApplication,
  run: ({ portal, response, setup }) =>
    judgeApplication(setup, (application) => {
      const sent = [...new Set(sentRoles(response, application).map(({ text }) => text))];
      const shown = portal.accounts.flatMap(({ roles }) => roles);
      const where = { artifact: 'portal' as const, path: '/accounts' };
      const fault = (message: 'missing' | 'extra', role: string) => ({
        message,
        data: { role: quote(role) },
        expected: quoteAll(sent),
        observed: quoteAll(shown),
        where,
      });
      return [
        ...sent.filter((role) => !shown.includes(role)).map((role) => fault('missing', role)),
        ...shown.filter((role) => !sent.includes(role)).map((role) => fault('extra', role)),
      ];
    }),
});
