import { defineCheck } from '../../model/check.ts';
import { fixes, refs } from './_pool.ts';
import { poolRoles } from './_trust.ts';

export default defineCheck({
  id: 'identity-pool/trust-readable',
  title: {
    holds: 'The trust policy of every role of the pool can be read',
    fails: 'The trust policy of a role of the pool cannot be read',
  },
  why: 'Nobody gets the role.',
  fix: fixes.trust('Write it anew; the example of the developer guide fits.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.trust('A role of a pool has a trust policy for cognito-identity.amazonaws.com.')],
  messages: {
    malformed: 'The trust policy of {role} cannot be read: {says}',
  },
  applies: ({ 'identity-pool': record }) => poolRoles(record).length > 0 || 'No role of the pool is known.',
  run: ({ 'identity-pool': record }) =>
    poolRoles(record).flatMap(({ role, trust, where }) =>
      'policy' in trust
        ? []
        : [
            {
              message: 'malformed' as const,
              data: { role: role.name, says: trust.fault.says },
              expected: 'a valid policy document',
              observed: trust.fault.says,
              where,
            },
          ],
    ),
});
