import { defineCheck } from '../../model/check.ts';
import { fault, hasDiscovery, objectIn, show, textsIn } from './_oidc.ts';
import { cognito, discovery, kosmos, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/discovery-client-auth',
  title: {
    holds: 'The token endpoint takes the client’s secret in the form',
    fails: 'The token endpoint does not take the client’s secret in the form',
  },
  why: 'A user pool proves itself in no other way, so no code can ever be redeemed.',
  fix: providerFix(
    'OpenID Connect → Client authentication',
    'Allow client_secret_post for the pool’s client.',
  ),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    cognito(
      'cognito-user-pools-oidc-idp',
      'Only client_secret_post is supported; client_secret_basic is not.',
    ),
    discovery('3', 'Without token_endpoint_auth_methods_supported, client_secret_basic is meant.'),
    kosmos('OAuth2 and OIDC', 'The samples prove the client by HTTP Basic.'),
  ],
  messages: { missing: 'The document offers {observed}; a user pool only uses client_secret_post.' },
  applies: hasDiscovery,
  run: ({ oidc }) => {
    const { token_endpoint_auth_methods_supported: offered } = objectIn(oidc.provider.discovery) ?? {};
    const methods = textsIn(offered) ?? ['client_secret_basic'];
    if (methods.includes('client_secret_post')) return [];
    return [fault('missing', 'client_secret_post', show(methods), '/provider/discovery/body')];
  },
});
