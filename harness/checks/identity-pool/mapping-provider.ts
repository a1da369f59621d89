import { defineCheck } from '../../model/check.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { at, fixes, refs } from './_pool.ts';
import { isKnown } from './_providers.ts';

export default defineCheck({
  id: 'identity-pool/mapping-provider',
  title: {
    holds: 'Every role mapping is of a provider that the pool lists',
    fails: 'A role mapping is of a provider that the pool does not list',
  },
  why: 'Its rules are never asked; people of the provider that was meant get the default role.',
  fix: fixes.roles(
    'Set the roles of the provider that people log in by; remove the stray mapping by set-identity-pool-roles.',
  ),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [
    refs.rules(
      'Rules are set for each provider of the identity pool; the key of the mapping is the provider.',
    ),
  ],
  messages: {
    unknown: 'There is a role mapping for {found}, which the pool does not list.',
  },
  applies: ({ 'identity-pool': { pool } }) => pool.roleMappings.length > 0 || 'The pool has none.',
  run: ({ 'identity-pool': { pool, provider } }) =>
    pool.roleMappings.flatMap((one, index) =>
      isKnown(one.provider, pool, provider)
        ? []
        : [
            {
              message: 'unknown' as const,
              data: { found: quote(one.provider) },
              expected: quoteAll(pool.samlProviders),
              observed: quote(one.provider),
              where: at(`/pool/roleMappings/${index}/provider`),
            },
          ],
    ),
});
