import { defineCheck } from '../../model/check.ts';
import { fault, hasDiscovery, objectIn, show, textsIn } from './_oidc.ts';
import { cognito, discovery, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/discovery-code-flow',
  title: {
    holds: 'The provider offers the authorization code flow',
    fails: 'The provider does not offer the authorization code flow',
  },
  why: 'A user pool uses no other.',
  fix: providerFix('OpenID Connect → Grant types', 'Allow the authorization code grant.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    discovery('3', 'response_types_supported is required; dynamic providers support code.'),
    cognito('cognito-user-pools-oidc-flow', 'The pool redeems an authorization code.'),
  ],
  messages: { missing: 'The document offers the response types {observed}.' },
  applies: hasDiscovery,
  run: ({ oidc }) => {
    const { response_types_supported: offered } = objectIn(oidc.provider.discovery) ?? {};
    if (textsIn(offered)?.includes('code')) return [];
    return [fault('missing', 'code', show(offered), '/provider/discovery/body')];
  },
});
