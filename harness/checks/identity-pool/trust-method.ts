import { defineCheck } from '../../model/check.ts';
import { fixes, refs } from './_pool.ts';
import { admitting, hasPoolRole, methodKey, readablePoolRoles } from './_trust.ts';

export default defineCheck({
  id: 'identity-pool/trust-method',
  title: {
    holds: 'Every role of the pool asks whether somebody has logged in',
    fails: 'A role of the pool does not ask whether somebody has logged in',
  },
  why: 'Guests of the pool can take the role on as well as people with a login.',
  fix: fixes.trust('Add ForAnyValue:StringLike on cognito-identity.amazonaws.com:amr with authenticated.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.trust('The condition on amr restricts the role to authenticated identities.')],
  messages: {
    missing: '{role}, statement {statement}, has no condition on cognito-identity.amazonaws.com:amr.',
  },
  applies: hasPoolRole,
  run: ({ 'identity-pool': record }) =>
    readablePoolRoles(record).flatMap((one) =>
      admitting(one).flatMap(({ conditions, index }) =>
        conditions.some(({ lookup }) => lookup === methodKey)
          ? []
          : [
              {
                message: 'missing' as const,
                data: { role: one.role.name, statement: index + 1 },
                expected: `a condition on ${methodKey}`,
                observed: 'none',
                where: one.where,
              },
            ],
      ),
    ),
});
