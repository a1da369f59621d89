import { defineCheck } from '../../model/check.ts';
import { quoteAll } from '../metadata/_show.ts';
import { at, fixes, hasRules, mappingOf, refs } from './_pool.ts';
import { assertionRoles } from './_trust.ts';

export default defineCheck({
  id: 'identity-pool/role-claim-used',
  title: {
    holds: 'Roles of the assertion count',
    fails: 'Roles of the assertion do not count',
  },
  why: 'The pool has rules for the provider, so that the roles that the identity provider sends change nothing. Whoever mends a role there is in for a surprise.',
  fix: fixes.claims('Stop sending the Role attribute, or take the rules away.'),
  judges: 'idp',
  needs: ['response', 'identity-pool'],
  refs: [refs.rules('With rules, the rule that matches specifies the role.')],
  messages: {
    unused: 'The assertion names {roles}; the pool goes by its rules.',
  },
  applies: hasRules,
  run: (given) => {
    const roles = assertionRoles(given);
    if (roles.length === 0) return [];
    return [
      {
        message: 'unused' as const,
        data: { roles: quoteAll(roles) },
        expected: 'no Role attribute beside rules',
        observed: quoteAll(roles),
        where: at(`${mappingOf(given['identity-pool'])?.path}`),
      },
    ];
  },
});
