import { conditionHolds, describeFailure } from '../../aws/policy/conditions.ts';
import { defineCheck } from '../../model/check.ts';
import { quoteAll } from '../metadata/_show.ts';
import { fixes, refs } from './_pool.ts';
import { admitting, hasPoolRole, methodKey, poolContext, readablePoolRoles } from './_trust.ts';

export default defineCheck({
  id: 'identity-pool/trust-authenticated',
  title: {
    holds: 'Every role of the pool lets people with a login in',
    fails: 'A role of the pool lets only others in than people with a login',
  },
  why: 'A role that was made for guests refuses everybody who has logged in.',
  fix: fixes.trust('Enter authenticated as cognito-identity.amazonaws.com:amr.'),
  judges: 'setup',
  needs: ['response', 'identity-pool'],
  refs: [refs.trust('amr of a token after a login contains authenticated.')],
  messages: {
    other: '{role} wants {wanted} in cognito-identity.amazonaws.com:amr.',
  },
  applies: hasPoolRole,
  run: (given, { now }) =>
    readablePoolRoles(given['identity-pool']).flatMap((one) => {
      const context = poolContext(given, now);
      const failing = admitting(one).map(({ conditions }) =>
        conditions.find((condition) => condition.lookup === methodKey && !conditionHolds(condition, context)),
      );
      // One statement that lets them in is enough.
      const [first] = failing;
      if (first === undefined || failing.includes(undefined)) return [];
      const { observed = [], expected } = describeFailure(first, context);
      return [
        {
          message: 'other' as const,
          data: { role: one.role.name, wanted: quoteAll(expected) },
          expected: quoteAll(observed),
          observed: quoteAll(expected),
          where: one.where,
        },
      ];
    }),
});
