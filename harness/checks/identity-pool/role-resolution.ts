import { defineCheck } from '../../model/check.ts';
import { quoteOrNothing } from '../metadata/_show.ts';
import { at, fixes, hasMapping, mappingOf, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/role-resolution',
  title: {
    holds: 'The mapping says what happens when no rule matches',
    fails: 'The mapping does not say what happens when no rule matches',
  },
  why: 'AWS requires it. Without it nobody knows whether people whom no rule names get in.',
  fix: fixes.roles('Role resolution: choose Deny request, or Use default authenticated role.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.api('AmbiguousRoleResolution is required: AuthenticatedRole or Deny.')],
  messages: {
    missing: 'AmbiguousRoleResolution is {found}.',
  },
  applies: hasMapping,
  run: ({ 'identity-pool': record }) => {
    const found = mappingOf(record);
    const resolution = found?.mapping.ambiguousRoleResolution;
    if (found === undefined || resolution === 'Deny' || resolution === 'AuthenticatedRole') return [];
    return [
      {
        message: 'missing' as const,
        data: { found: quoteOrNothing(resolution) },
        expected: 'Deny or AuthenticatedRole',
        observed: quoteOrNothing(resolution),
        where: at(`${found.path}/ambiguousRoleResolution`),
      },
    ];
  },
});
