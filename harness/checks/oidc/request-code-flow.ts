import { defineCheck } from '../../model/check.ts';
import { fault, federationOf, queryOf, show, wasSent } from './_oidc.ts';
import { core, poolFix, practice, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/request-code-flow',
  title: {
    holds: 'The pool asks the provider for a code',
    fails: 'The pool does not ask the provider for a code',
  },
  why: 'Tokens in an address end up in histories and logs.',
  fix: poolFix(providerPage, 'Let the pool use the authorization code flow.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    core('3.1.2.1', 'response_type is code in the authorization code flow.'),
    practice('2.1.2', 'Access tokens are not issued in the authorization response.'),
  ],
  messages: { other: 'The request asks for {observed}.' },
  applies: wasSent,
  run: ({ oidc }) => {
    const asked = queryOf(federationOf(oidc).authorizeUrl).get('response_type');
    return asked === 'code' ? [] : [fault('other', 'code', show(asked), '/federation/authorizeUrl')];
  },
});
