import { defineCheck } from '../../model/check.ts';
import { fault, federationOf, queryOf, show } from './_oidc.ts';
import { core, practice, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/callback-address',
  title: {
    holds: 'The provider sends people back to the address that was asked for',
    fails: 'The provider sends people back to another address than was asked for',
  },
  why: 'A code that arrives elsewhere is in somebody else’s hands.',
  fix: providerFix('OpenID Connect → Redirect URIs', 'Compare redirect URIs to the letter.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    core('3.1.2.1', 'redirect_uri is where the answer is sent.'),
    practice('4.1.3', 'Servers compare redirect URIs exactly.'),
  ],
  messages: { other: 'The browser came back to {observed}; {expected} was asked for.' },
  applies: ({ oidc }) =>
    federationOf(oidc).callbackUrl !== undefined || 'Nobody came back from the provider.',
  run: ({ oidc }) => {
    const { authorizeUrl, callbackUrl } = federationOf(oidc);
    const asked = queryOf(authorizeUrl).get('redirect_uri');
    if (asked === callbackUrl) return [];
    return [fault('other', show(asked), show(callbackUrl), '/federation/callbackUrl')];
  },
});
