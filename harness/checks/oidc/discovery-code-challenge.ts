import { defineCheck } from '../../model/check.ts';
import { fault, hasDiscovery, objectIn, show, textsIn } from './_oidc.ts';
import { practice, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/discovery-code-challenge',
  title: {
    holds: 'The provider takes a code challenge by S256',
    fails: 'The provider does not take a code challenge by S256',
  },
  why: 'Without it a code that leaks can be redeemed by whoever has the client’s secret, or by a confused client.',
  fix: providerFix('OpenID Connect → PKCE', 'Turn PKCE with S256 on.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [practice('2.1.1', 'Servers support PKCE and say so in code_challenge_methods_supported.')],
  messages: { missing: 'The document offers the methods {observed}.' },
  applies: hasDiscovery,
  run: ({ oidc }) => {
    const { code_challenge_methods_supported: offered } = objectIn(oidc.provider.discovery) ?? {};
    if (textsIn(offered)?.includes('S256')) return [];
    return [fault('missing', 'S256', show(offered), '/provider/discovery/body')];
  },
});
