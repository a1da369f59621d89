import { defineCheck } from '../../model/check.ts';
import { fault, hasIdToken, idTokenOf, show } from './_oidc.ts';
import { core, poolFix, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/id-token-audience',
  title: {
    holds: 'The ID token is meant for the pool alone',
    fails: 'The ID token is not meant for the pool, or not for it alone',
  },
  why: 'A token that another application received could be used to be somebody here.',
  fix: poolFix(providerPage, 'Enter the client id that the provider gave to this pool.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [
    core(
      '3.1.3.7',
      'Items 3 to 5: aud contains the client id, and no audience that is not trusted; azp is the client id.',
    ),
  ],
  messages: {
    other: 'The audience is {observed}; the client is {expected}.',
    more: 'The audience {observed} names others too.',
    party: 'azp is {observed}; the client is {expected}.',
  },
  applies: hasIdToken,
  run: ({ oidc }) => {
    const { aud, azp } = idTokenOf(oidc).claims;
    const { clientId } = oidc.provider;
    const audiences = [aud ?? []].flat();
    const at = '/federation/idToken/claims';
    if (!audiences.includes(clientId)) return [fault('other', show(clientId), show(aud), `${at}/aud`)];
    if (audiences.length > 1) return [fault('more', show(clientId), show(aud), `${at}/aud`)];
    if (azp === undefined || azp === clientId) return [];
    return [fault('party', show(clientId), show(azp), `${at}/azp`)];
  },
});
