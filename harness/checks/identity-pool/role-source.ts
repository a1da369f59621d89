import { defineCheck } from '../../model/check.ts';
import { at, fixes, hasLogin, mappingOf, refs } from './_pool.ts';
import { assertionRoles } from './_trust.ts';

export default defineCheck({
  id: 'identity-pool/role-source',
  title: {
    holds: 'People of the provider have a role from somewhere',
    fails: 'Nothing gives people of the provider a role',
  },
  why: 'They have an identity, and every call for credentials is answered that the pool is not configured.',
  fix: fixes.roles(
    'Choose role with rules or a default role; or have the identity provider send the Role attribute.',
  ),
  judges: 'setup',
  needs: ['response', 'identity-pool'],
  refs: [
    refs.saml('Roles come from rules, from the default role, or from the Role attribute of the assertion.'),
  ],
  messages: {
    none: 'There is no mapping and no default role, and the assertion names no role with the provider.',
  },
  applies: hasLogin,
  run: (given) => {
    const record = given['identity-pool'];
    const { pool } = record;
    if (mappingOf(record) !== undefined || pool.authenticatedRole !== undefined) return [];
    if (assertionRoles(given).length > 0) return [];
    return [
      {
        message: 'none' as const,
        expected: 'a rule, a default role, or a Role attribute',
        observed: 'none of them',
        where: at('/pool'),
      },
    ];
  },
});
