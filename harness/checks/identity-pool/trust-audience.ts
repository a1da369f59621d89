import { defineCheck } from '../../model/check.ts';
import { fixes, refs } from './_pool.ts';
import { admitting, audienceKey, hasPoolRole, readablePoolRoles } from './_trust.ts';

export default defineCheck({
  id: 'identity-pool/trust-audience',
  title: {
    holds: 'Every role of the pool names its identity pool',
    fails: 'A role of the pool lets any identity pool in',
  },
  why: 'Anybody can make an identity pool in an account of their own, and take on the role with it.',
  fix: fixes.trust('Add StringEquals on cognito-identity.amazonaws.com:aud with the ID of the pool.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.trust('The condition on aud restricts the role to tokens of one identity pool.')],
  messages: {
    missing: '{role}, statement {statement}, has no condition on cognito-identity.amazonaws.com:aud.',
  },
  applies: hasPoolRole,
  run: ({ 'identity-pool': record }) =>
    readablePoolRoles(record).flatMap((one) =>
      admitting(one).flatMap(({ conditions, index }) =>
        conditions.some(({ lookup }) => lookup === audienceKey)
          ? []
          : [
              {
                message: 'missing' as const,
                data: { role: one.role.name, statement: index + 1 },
                expected: `a condition on ${audienceKey}`,
                observed: 'none',
                where: one.where,
              },
            ],
      ),
    ),
});
