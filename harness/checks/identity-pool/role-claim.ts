import { defineCheck } from '../../model/check.ts';
import { at as inResponse } from '../assertion/_assertions.ts';
import { hasOfferedRole, offeredRoles } from '../aws/_attributes.ts';
import { fixes, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/role-claim',
  title: {
    holds: 'Every role of the assertion comes with the provider of the rollout',
    fails: 'A role of the assertion comes with another provider',
  },
  why: 'The pool passes over it: who has only such roles gets the default role, or none.',
  fix: fixes.claims('Pair each role with the ARN of the provider that the pool lists.'),
  judges: 'idp',
  needs: ['response', 'identity-pool'],
  refs: [refs.saml('The Role attribute has pairs of role and provider ARN.')],
  messages: {
    other: '{role} comes with {found}.',
  },
  applies: hasOfferedRole,
  run: (given) =>
    offeredRoles(given.response).flatMap(({ value, pair }) =>
      pair.provider.arn === given['identity-pool'].provider
        ? []
        : [
            {
              message: 'other' as const,
              data: { role: pair.role.arn, found: pair.provider.arn },
              expected: given['identity-pool'].provider,
              observed: pair.provider.arn,
              where: inResponse(given.response, value.element),
            },
          ],
    ),
});
