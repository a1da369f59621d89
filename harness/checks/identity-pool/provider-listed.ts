import { defineCheck } from '../../model/check.ts';
import { quoteAll } from '../metadata/_show.ts';
import { at, fixes, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/provider-listed',
  title: {
    holds: 'The pool lists the SAML provider of the rollout',
    fails: 'The pool does not list the SAML provider of the rollout',
  },
  why: 'Every login is refused with “Token is not from a supported provider”.',
  fix: fixes.provider('Add the SAML provider by which people log in.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.saml('A SAML provider of IAM is added to the identity pool.')],
  messages: {
    missing: 'The pool lists {listed}; people log in by {provider}.',
  },
  run: ({ 'identity-pool': { pool, provider } }) =>
    pool.samlProviders.includes(provider)
      ? []
      : [
          {
            message: 'missing' as const,
            data: { provider, listed: quoteAll(pool.samlProviders) },
            expected: provider,
            observed: quoteAll(pool.samlProviders),
            where: at('/pool/samlProviders'),
          },
        ],
});
