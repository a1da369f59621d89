import { conditionHolds, describeFailure } from '../../aws/policy/conditions.ts';
import { defineCheck } from '../../model/check.ts';
import { quoteAll } from '../metadata/_show.ts';
import { fixes, refs } from './_pool.ts';
import { admitting, audienceKey, hasPoolRole, poolContext, readablePoolRoles } from './_trust.ts';

export default defineCheck({
  id: 'identity-pool/trust-pool',
  title: {
    holds: 'Every role of the pool trusts this very pool',
    fails: 'A role of the pool trusts another pool',
  },
  why: 'The role was copied from another environment: nobody of this pool gets it.',
  fix: fixes.trust('Enter the ID of this pool as cognito-identity.amazonaws.com:aud.'),
  judges: 'setup',
  needs: ['response', 'identity-pool'],
  refs: [refs.trust('aud of the token is the ID of the identity pool.')],
  messages: {
    other: '{role} wants {wanted} as cognito-identity.amazonaws.com:aud.',
  },
  applies: hasPoolRole,
  run: (given, { now }) =>
    readablePoolRoles(given['identity-pool']).flatMap((one) => {
      const context = poolContext(given, now);
      const failing = admitting(one).map(({ conditions }) =>
        conditions.find(
          (condition) => condition.lookup === audienceKey && !conditionHolds(condition, context),
        ),
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
