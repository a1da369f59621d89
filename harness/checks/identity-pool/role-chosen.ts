import { defineCheck } from '../../model/check.ts';
import { quoteAll } from '../metadata/_show.ts';
import { at, credentialCall, fixes, mappingOf, refs } from './_pool.ts';
import { assertionRoles } from './_trust.ts';

export default defineCheck({
  id: 'identity-pool/role-chosen',
  title: {
    holds: 'Of several roles in the assertion, one is asked for',
    fails: 'Of several roles in the assertion, none is asked for',
  },
  why: 'What AWS does then is not documented; nobody can rely on it.',
  fix: fixes.application('Let the person choose, and pass the role as CustomRoleArn; or send one role only.'),
  judges: 'sp',
  needs: ['response', 'identity-pool'],
  refs: [refs.saml('If the assertion has several roles, customRoleArn says which.')],
  messages: {
    none: 'The assertion names {roles}, and GetCredentialsForIdentity none of them.',
  },
  applies: ({ 'identity-pool': record }) =>
    mappingOf(record) === undefined || 'The roles of the assertion do not count: the pool has a mapping.',
  run: (given) => {
    const record = given['identity-pool'];
    const roles = assertionRoles(given);
    const call = credentialCall(record);
    if (roles.length < 2 || call === undefined || call.call.customRoleArn !== undefined) return [];
    return [
      {
        message: 'none' as const,
        data: { roles: quoteAll(roles) },
        expected: 'CustomRoleArn',
        observed: 'none',
        where: at(call.path),
      },
    ];
  },
});
