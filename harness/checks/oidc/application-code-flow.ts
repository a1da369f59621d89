import { defineCheck } from '../../model/check.ts';
import { applicationOf, fault, hasAsked, queryOf, show } from './_oidc.ts';
import { clientPage, poolFix, practice } from './_refs.ts';

export default defineCheck({
  id: 'oidc/application-code-flow',
  title: {
    holds: 'The application asks for a code, and may ask for nothing else',
    fails: 'The application asks for tokens in the address, or may do so',
  },
  why: 'Tokens in an address end up in histories and logs.',
  fix: poolFix(clientPage, 'Allow the authorization code grant alone.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [practice('2.1.2', 'The implicit grant is not used.')],
  messages: {
    asked: 'The application asks for {observed}.',
    allowed: 'The client may use the implicit grant.',
  },
  applies: hasAsked,
  run: ({ oidc }) => {
    const asked = queryOf(applicationOf(oidc).authorizeUrl).get('response_type');
    if (asked !== 'code') return [fault('asked', 'code', show(asked), '/application/authorizeUrl')];
    return oidc.client.flows.includes('implicit')
      ? [fault('allowed', 'code', show(oidc.client.flows), '/client/flows')]
      : [];
  },
});
