import { defineCheck } from '../../model/check.ts';
import { fault, federationOf, hasDiscovery, objectIn, show, wasSent, withoutQuery } from './_oidc.ts';
import { core, poolFix, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/request-endpoint',
  title: {
    holds: 'People are sent to the provider’s authorization endpoint',
    fails: 'People are sent to another address than the provider’s authorization endpoint',
  },
  why: 'They would answer a login page that is not the provider’s.',
  fix: poolFix(providerPage, 'Take the endpoints from the issuer, or type them to the letter.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [core('3.1.2.1', 'The authentication request goes to the authorization endpoint.')],
  messages: { other: 'The browser is sent to {observed}; the document names {expected}.' },
  applies: ({ oidc }) => {
    const readable = hasDiscovery({ oidc });
    return readable === true ? wasSent({ oidc }) : readable;
  },
  run: ({ oidc }) => {
    const { authorization_endpoint: expected } = objectIn(oidc.provider.discovery) ?? {};
    const sent = withoutQuery(federationOf(oidc).authorizeUrl ?? '');
    if (sent === expected) return [];
    return [fault('other', show(expected), show(sent), '/federation/authorizeUrl')];
  },
});
