import { conditionHolds } from '../../aws/policy/conditions.ts';
import { contextOf } from '../../aws/policy/context.ts';
import { defineCheck } from '../../model/check.ts';
import { quoteAll } from '../metadata/_show.ts';
import { fixes, refs } from './_pool.ts';
import { admitting, hasPoolRole, methodKey, poolContext, readablePoolRoles } from './_trust.ts';

/** Somebody who has not logged in. */
const stranger = contextOf({ [methodKey]: ['unauthenticated'] });

export default defineCheck({
  id: 'identity-pool/trust-method',
  title: {
    holds: 'Every role of the pool asks whether somebody has logged in',
    fails: 'A role of the pool does not ask whether somebody has logged in',
  },
  why: 'Guests of the pool can take the role on as well as people with a login.',
  fix: fixes.trust('Add ForAnyValue:StringLike on cognito-identity.amazonaws.com:amr with authenticated.'),
  judges: 'setup',
  needs: ['response', 'identity-pool'],
  refs: [refs.trust('The condition on amr restricts the role to authenticated identities.')],
  messages: {
    missing: '{role}, statement {statement}, has no condition on cognito-identity.amazonaws.com:amr.',
    open: '{role}, statement {statement}, lets guests in by {values}.',
  },
  applies: hasPoolRole,
  run: (given, { now }) =>
    readablePoolRoles(given['identity-pool']).flatMap((one) =>
      admitting(one).flatMap(({ conditions, index }) => {
        const own = conditions.filter(({ lookup }) => lookup === methodKey);
        if (own.some((condition) => !conditionHolds(condition, stranger))) return [];
        // A role for guests alone is told by identity-pool/trust-authenticated.
        const context = poolContext(given, now);
        if (own.some((condition) => !conditionHolds(condition, context))) return [];
        const values = quoteAll(own.flatMap((condition) => condition.values.map(({ text }) => text)));
        return [
          {
            message: own.length === 0 ? ('missing' as const) : ('open' as const),
            data: { role: one.role.name, statement: index + 1, values },
            expected: `a condition on ${methodKey} that keeps others out`,
            observed: own.length === 0 ? 'none' : values,
            where: one.where,
          },
        ];
      }),
    ),
});
