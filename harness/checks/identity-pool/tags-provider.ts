import { defineCheck } from '../../model/check.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { at, fixes, refs } from './_pool.ts';
import { isKnown } from './_providers.ts';

export default defineCheck({
  id: 'identity-pool/tags-provider',
  title: {
    holds: 'Every tag mapping is of a provider that the pool lists',
    fails: 'A tag mapping is of a provider that the pool does not list',
  },
  why: 'Sessions of the provider that was meant carry no tags, and policies that ask for them deny.',
  fix: fixes.tags('Set them for the provider that people log in by.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.tags('Attributes for access control are set for each provider.')],
  messages: {
    unknown: 'There is a tag mapping for {found}, which the pool does not list.',
  },
  applies: ({ 'identity-pool': { pool } }) => pool.principalTags.length > 0 || 'The pool has none.',
  run: ({ 'identity-pool': { pool, provider } }) =>
    pool.principalTags.flatMap((one, index) =>
      isKnown(one.provider, pool, provider)
        ? []
        : [
            {
              message: 'unknown' as const,
              data: { found: quote(one.provider) },
              expected: quoteAll(pool.samlProviders),
              observed: quote(one.provider),
              where: at(`/pool/principalTags/${index}/provider`),
            },
          ],
    ),
});
