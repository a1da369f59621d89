import { parseRoleArn } from '../../aws/arn.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { quoteAll } from '../metadata/_show.ts';
import { answeredBy } from './_attempts.ts';

export default defineCheck({
  id: 'aws/roles-offered',
  title: {
    holds: 'The sign-in page offers exactly the roles that the person is to have',
    fails: 'The sign-in page offers other roles than the person is to have',
  },
  why: 'People cannot do their work, or can do what nobody gave them.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → Role',
    change: 'Compare the roles on the page with those agreed, and correct the mapping.',
  },
  judges: 'setup',
  needs: ['sts', 'setup'],
  refs: [refs.assertions('The page lets people choose from the roles of the response.')],
  messages: {
    missing: 'The page does not offer {role}.',
    extra: 'The page offers {role}, which was not agreed.',
  },
  applies: ({ sts, setup }) => {
    if (setup.access === undefined) return 'The roles that were agreed are not known.';
    return answeredBy(sts, 'role-choice').length > 0 || 'The sign-in page offered no choice.';
  },
  run: ({ sts, setup }) => {
    const agreed = (setup.access ?? []).flatMap(({ accountId, roles }) =>
      roles.map((role) => `${role} in account ${accountId}`),
    );
    return answeredBy(sts, 'role-choice').flatMap(({ answer, path }) => {
      const shown = answer.roles.map((arn) => {
        const role = parseRoleArn(arn);
        return role === undefined ? arn : `${role.name} in account ${role.account}`;
      });
      const where = { artifact: 'sts', path: `${path}/answer/roles` } as const;
      const compared = { expected: quoteAll(agreed), observed: quoteAll(shown), where };
      const missing = agreed.filter((role) => !shown.includes(role));
      const extra = shown.filter((role) => !agreed.includes(role));
      return [
        ...missing.map((role) => ({ message: 'missing' as const, data: { role }, ...compared })),
        ...extra.map((role) => ({ message: 'extra' as const, data: { role }, ...compared })),
      ];
    });
  },
});
