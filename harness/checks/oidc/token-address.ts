import { defineCheck } from '../../model/check.ts';
import { fault, federationOf, hasCalled, hasDiscovery, objectIn, show } from './_oidc.ts';
import { core, poolFix, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/token-address',
  title: {
    holds: 'The code is redeemed at the provider’s token endpoint',
    fails: 'The code is redeemed elsewhere than at the provider’s token endpoint',
  },
  why: 'Code and secret of the client would be in somebody else’s hands.',
  fix: poolFix(providerPage, 'Take the endpoints from the issuer, or type them to the letter.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [core('3.1.3.1', 'The client posts the code to the token endpoint.')],
  messages: {
    other: 'The code is sent to {observed}; the document names {expected}.',
    method: 'The code is sent by {observed}.',
  },
  applies: ({ oidc }) => {
    const readable = hasDiscovery({ oidc });
    return readable === true ? hasCalled({ oidc }) : readable;
  },
  run: ({ oidc }) => {
    const { token_endpoint: expected } = objectIn(oidc.provider.discovery) ?? {};
    const { url, method } = federationOf(oidc).tokenCall ?? { url: '', method: '' };
    const at = '/federation/tokenCall';
    if (url !== expected) return [fault('other', show(expected), show(url), `${at}/url`)];
    return method === 'POST' ? [] : [fault('method', 'POST', method, `${at}/method`)];
  },
});
