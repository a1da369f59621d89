import { defineCheck } from '../../model/check.ts';
import { fault, hasDiscovery, mappingOf, objectIn, show, textsIn } from './_oidc.ts';
import { discovery, mappingPage, poolFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/discovery-claims',
  title: {
    holds: 'The provider offers every claim that the pool maps',
    fails: 'The pool maps a claim that the provider does not offer',
  },
  why: 'An attribute that nothing comes for stays empty; a required one stops the sign-in.',
  fix: poolFix(mappingPage, 'Map the claims by the names that the provider gives them.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [discovery('3', 'claims_supported lists the claims that the provider may be able to supply.')],
  messages: {
    unknown: 'The attribute {attribute} is mapped from {observed}, which the document does not offer.',
  },
  applies: ({ oidc }) => {
    const readable = hasDiscovery({ oidc });
    if (readable !== true) return readable;
    const listed = textsIn(objectIn(oidc.provider.discovery)?.claims_supported);
    return listed !== undefined || 'The document lists no claims.';
  },
  run: ({ oidc }) => {
    const offered = textsIn(objectIn(oidc.provider.discovery)?.claims_supported) ?? [];
    return mappingOf(oidc)
      .filter(([, claim]) => !offered.includes(claim))
      .map(([attribute, claim]) =>
        fault('unknown', 'a claim that is offered', show(claim), `/provider/mapping/${attribute}`, {
          attribute,
        }),
      );
  },
});
