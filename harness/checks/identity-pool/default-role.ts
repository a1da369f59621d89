import { defineCheck } from '../../model/check.ts';
import { at, fixes, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/default-role',
  title: {
    holds: 'There is a default role where the role resolution names one',
    fails: 'The role resolution names the default role, and there is none',
  },
  why: 'People whom no rule names are answered that the pool is not configured, which nobody takes for a refusal.',
  fix: fixes.roles('Choose an authenticated role under User access, or Deny request as the role resolution.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.rules('If no rule matches, the authenticated role is used, or the request is denied.')],
  messages: {
    missing: 'The role resolution is AuthenticatedRole, and the pool has no authenticated role.',
  },
  applies: ({ 'identity-pool': { pool } }) => pool.roleMappings.length > 0 || 'The pool has no role mapping.',
  run: ({ 'identity-pool': { pool } }) =>
    pool.authenticatedRole !== undefined
      ? []
      : pool.roleMappings.flatMap(({ ambiguousRoleResolution }, index) =>
          ambiguousRoleResolution !== 'AuthenticatedRole'
            ? []
            : [
                {
                  message: 'missing' as const,
                  expected: 'an authenticated role',
                  observed: 'none',
                  where: at(`/pool/roleMappings/${index}/ambiguousRoleResolution`),
                },
              ],
        ),
});
