import { conditionHolds } from '../../aws/policy/conditions.ts';
import { contextOf } from '../../aws/policy/context.ts';
import { defineCheck } from '../../model/check.ts';
import { quoteAll } from '../metadata/_show.ts';
import { fixes, refs } from './_pool.ts';
import { admitting, audienceKey, hasPoolRole, readablePoolRoles } from './_trust.ts';

/** A pool of somebody else’s. */
const stranger = contextOf({ [audienceKey]: 'us-east-1:00000000-0000-0000-0000-000000000000' });

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
    open: '{role}, statement {statement}, lets any pool in by {values}.',
  },
  applies: hasPoolRole,
  run: ({ 'identity-pool': record }) =>
    readablePoolRoles(record).flatMap((one) =>
      admitting(one).flatMap(({ conditions, index }) => {
        const own = conditions.filter(({ lookup }) => lookup === audienceKey);
        if (own.some((condition) => !conditionHolds(condition, stranger))) return [];
        const values = quoteAll(own.flatMap((condition) => condition.values.map(({ text }) => text)));
        return [
          {
            message: own.length === 0 ? ('missing' as const) : ('open' as const),
            data: { role: one.role.name, statement: index + 1, values },
            expected: `a condition on ${audienceKey} that keeps others out`,
            observed: own.length === 0 ? 'none' : values,
            where: one.where,
          },
        ];
      }),
    ),
});
