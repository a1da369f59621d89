import { defineCheck } from '../../model/check.ts';
import { fixes, refs } from './_pool.ts';
import { admitting, hasPoolRole, methodKey, readablePoolRoles } from './_trust.ts';

export default defineCheck({
  id: 'identity-pool/trust-set-operator',
  title: {
    holds: 'Conditions on amr are asked of any of its values',
    fails: 'A condition on amr is asked of a list without a set operator',
  },
  why: 'amr is a list: what a plain operator makes of it is left to chance, and ForAllValues lets in who has none.',
  fix: fixes.trust('Write ForAnyValue:StringLike, as the developer guide does.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.trust('The condition on amr has the operator ForAnyValue:StringLike.')],
  messages: {
    plain: '{role} asks for cognito-identity.amazonaws.com:amr by {operator}.',
  },
  applies: hasPoolRole,
  run: ({ 'identity-pool': record }) =>
    readablePoolRoles(record).flatMap((one) =>
      admitting(one)
        .flatMap(({ conditions }) => conditions)
        .flatMap(({ lookup, quantifier, operator }) =>
          lookup !== methodKey || quantifier === 'some'
            ? []
            : [
                {
                  message: 'plain' as const,
                  data: { role: one.role.name, operator },
                  expected: 'ForAnyValue:StringLike',
                  observed: operator,
                  where: one.where,
                },
              ],
        ),
    ),
});
