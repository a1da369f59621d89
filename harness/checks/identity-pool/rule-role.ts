import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { at, fixes, refs, rulesOf } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/rule-role',
  title: {
    holds: 'Every role that the pool names is one of the account',
    fails: 'The pool names a role that the account does not have',
  },
  why: 'Whom the rule matches is answered that the pool is not configured.',
  fix: fixes.roles('Choose the role anew: its ARN has the path, and case counts.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.api('RoleARN is the ARN of the role.')],
  messages: {
    unknown: '{place} names {role}, which the account does not have.',
  },
  applies: ({ 'identity-pool': { roles } }) =>
    roles.length > 0 || 'Which roles the account has is not known.',
  run: ({ 'identity-pool': record }) => {
    const { authenticatedRole: arn } = record.pool;
    const byDefault =
      arn === undefined ? [] : [{ role: arn, place: 'The default role', path: '/pool/authenticatedRole' }];
    const byRules = rulesOf(record).map(({ rule, path }, index) => ({
      role: rule.roleArn,
      place: `Rule ${index + 1}`,
      path: `${path}/roleArn`,
    }));
    return [...byDefault, ...byRules].flatMap(({ role, place, path }) =>
      record.roles.some((known) => known.arn === role)
        ? []
        : [
            {
              message: 'unknown' as const,
              data: { place, role: quote(role) },
              expected: 'a role of the account',
              observed: quote(role),
              where: at(path),
            },
          ],
    );
  },
});
