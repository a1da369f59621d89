import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { at, fixes, hasTagLines, refs, tagLinesOf } from './_pool.ts';
import { isTagKey } from './_tags.ts';

export default defineCheck({
  id: 'identity-pool/tag-key',
  title: {
    holds: 'Every tag key has a form that AWS takes',
    fails: 'A tag key has a form that AWS does not take',
  },
  why: 'STS refuses the session, and the caller is told that the pool is not configured.',
  fix: fixes.tags('Shorten or rename it.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.tags('A tag key has at most 128 characters; keys follow the rules of session tags.')],
  messages: {
    wrong: 'The tag key {key} cannot be used.',
  },
  applies: hasTagLines,
  run: ({ 'identity-pool': record }) =>
    tagLinesOf(record).flatMap(({ key, path }) =>
      isTagKey(key)
        ? []
        : [
            {
              message: 'wrong' as const,
              data: { key: quote(key) },
              expected: '1 to 128 letters, digits, spaces or _.:/=+-@, not beginning with aws:',
              observed: quote(key),
              where: at(path),
            },
          ],
    ),
});
