import { defineCheck } from '../../model/check.ts';
import { fixes, refs } from './_pool.ts';
import { hasPoolRole, poolStatements, readablePoolRoles } from './_trust.ts';

export default defineCheck({
  id: 'identity-pool/trust-principal',
  title: {
    holds: 'Every role of the pool trusts identity pools',
    fails: 'A role of the pool does not trust identity pools',
  },
  why: 'Whoever is to get it is answered that the pool is not configured.',
  fix: fixes.trust('Name cognito-identity.amazonaws.com as the Federated principal.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.trust('The principal is the Federated cognito-identity.amazonaws.com.')],
  messages: {
    missing: '{role} has no Allow statement for cognito-identity.amazonaws.com.',
  },
  applies: hasPoolRole,
  run: ({ 'identity-pool': record }) =>
    readablePoolRoles(record).flatMap((one) =>
      poolStatements(one).length > 0
        ? []
        : [
            {
              message: 'missing' as const,
              data: { role: one.role.name },
              expected: 'Federated cognito-identity.amazonaws.com',
              observed: 'no such principal',
              where: one.where,
            },
          ],
    ),
});
