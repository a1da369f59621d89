import { defineCheck } from '../../model/check.ts';
import { fault, hasDiscovery, objectIn } from './_oidc.ts';
import { cognito, discovery, providerFix } from './_refs.ts';

/** Read from the document by a pool. */
const needed = ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'userinfo_endpoint'];

export default defineCheck({
  id: 'oidc/discovery-endpoints',
  title: {
    holds: 'The discovery document names every endpoint that a pool needs',
    fails: 'The discovery document lacks an endpoint that a pool needs',
  },
  why: 'The pool cannot be set up with it, or the sign-in stops half way.',
  fix: providerFix(
    'OpenID Connect → Discovery',
    'Name the authorization, token, key and userinfo endpoints.',
  ),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    discovery('3', 'authorization_endpoint, token_endpoint and jwks_uri are required.'),
    cognito(
      'cognito-user-pools-oidc-idp',
      'The pool reads four endpoints from the document, userinfo among them.',
    ),
  ],
  messages: { missing: 'The discovery document names no {name}.' },
  applies: hasDiscovery,
  run: ({ oidc }) => {
    const document = objectIn(oidc.provider.discovery) ?? {};
    return needed
      .filter((name) => typeof document[name] !== 'string' || document[name] === '')
      .map((name) => fault('missing', name, 'nothing', '/provider/discovery/body', { name }));
  },
});
