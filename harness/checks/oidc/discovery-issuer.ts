import { defineCheck } from '../../model/check.ts';
import { fault, hasDiscovery, objectIn, show } from './_oidc.ts';
import { discovery, poolFix, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/discovery-issuer',
  title: {
    holds: 'The discovery document names the very issuer that the pool was told',
    fails: 'The discovery document names another issuer than the pool was told',
  },
  why: 'Whoever answers under the address could stand for another provider; ID tokens then do not fit either.',
  fix: poolFix(providerPage, 'Enter the issuer to the letter as the document has it.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [discovery('4.3', 'The issuer of the document is exactly the one that it was fetched for.')],
  messages: { other: 'The document names the issuer {observed}; the pool was told {expected}.' },
  applies: hasDiscovery,
  run: ({ oidc }) => {
    const { issuer } = objectIn(oidc.provider.discovery) ?? {};
    if (issuer === oidc.issuer) return [];
    return [fault('other', show(oidc.issuer), show(issuer), '/provider/discovery/body')];
  },
});
