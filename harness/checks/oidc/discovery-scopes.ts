import { defineCheck } from '../../model/check.ts';
import { fault, hasDiscovery, objectIn, scopesIn, show, textsIn } from './_oidc.ts';
import { discovery, kosmos, poolFix, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/discovery-scopes',
  title: {
    holds: 'The provider offers every scope that the pool asks for',
    fails: 'The pool asks for a scope that the provider does not offer',
  },
  why: 'A scope that is unknown is left out or refused, and with it the claims that people need.',
  fix: poolFix(providerPage, 'Type the authorized scopes as the provider offers them, parted by spaces.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [
    discovery('3', 'scopes_supported lists scopes; a server may leave some out.'),
    kosmos('OAuth2 and OIDC', 'The scope /assurance/ial/2 asks for a proofed identity.'),
  ],
  messages: { unknown: 'The pool asks for {observed}, which the document does not offer.' },
  applies: ({ oidc }) => {
    const readable = hasDiscovery({ oidc });
    if (readable !== true) return readable;
    const listed = textsIn(objectIn(oidc.provider.discovery)?.scopes_supported);
    return listed !== undefined || 'The document lists no scopes.';
  },
  run: ({ oidc }) => {
    const offered = textsIn(objectIn(oidc.provider.discovery)?.scopes_supported) ?? [];
    return scopesIn(oidc.provider.scopes)
      .filter((scope) => !offered.includes(scope))
      .map((scope) => fault('unknown', offered.join(' '), show(scope), '/provider/scopes'));
  },
});
