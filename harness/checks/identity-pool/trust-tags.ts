import { defineCheck } from '../../model/check.ts';
import { fixes, refs } from './_pool.ts';
import { admitting, bringsTags, poolStatements, readablePoolRoles, speaksOf } from './_trust.ts';

export default defineCheck({
  id: 'identity-pool/trust-tags',
  title: {
    holds: 'Every role of the pool may be given tags',
    fails: 'A role of the pool may not be given tags',
  },
  why: 'With attributes for access control every session brings tags; the pool then gives no credentials at all.',
  fix: fixes.trust('Add sts:TagSession to the actions of the statement.'),
  judges: 'setup',
  needs: ['response', 'identity-pool'],
  refs: [refs.tags('The trust policy of the role allows sts:TagSession.')],
  messages: {
    missing: '{role} does not allow sts:TagSession.',
  },
  applies: (given) => bringsTags(given) || 'The login brings no tags.',
  run: (given) =>
    readablePoolRoles(given['identity-pool']).flatMap((one) => {
      const statements = admitting(one);
      if (statements.length === 0 || poolStatements(one).some((each) => speaksOf(each, 'sts:TagSession')))
        return [];
      return [
        {
          message: 'missing' as const,
          data: { role: one.role.name },
          expected: 'sts:TagSession',
          observed: statements.flatMap(({ action }) => action.texts).join(', '),
          where: one.where,
        },
      ];
    }),
});
