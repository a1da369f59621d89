import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { at, fixes, hasMapping, mappingOf, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/mapping-type',
  title: {
    holds: 'Roles of the SAML provider are chosen by rules',
    fails: 'Roles of the SAML provider are to be chosen from a user pool’s token',
  },
  why: 'A SAML assertion has no cognito:roles claims: who has several roles, or none, gets whatever the role resolution says.',
  fix: fixes.roles('Choose role with rules, or use the default role.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.rules('Token goes by the claims cognito:roles and cognito:preferred_role of a user pool.')],
  messages: {
    token: 'The mapping of the provider has the type {type}.',
  },
  applies: hasMapping,
  run: ({ 'identity-pool': record }) => {
    const found = mappingOf(record);
    if (found === undefined || found.mapping.type === 'Rules') return [];
    const { type } = found.mapping;
    return [
      {
        message: 'token' as const,
        data: { type: quote(type) },
        expected: 'Rules',
        observed: quote(type),
        where: at(`${found.path}/type`),
      },
    ];
  },
});
