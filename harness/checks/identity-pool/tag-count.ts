import { poolLimits } from '../../aws/identity-pool/limits.ts';
import { defineCheck } from '../../model/check.ts';
import { at, fixes, hasTagLines, refs, tagLinesOf } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/tag-count',
  title: {
    holds: 'There are at most 50 tags',
    fails: 'There are more than 50 tags',
  },
  why: 'AWS refuses the mapping.',
  fix: fixes.tags('Keep those that policies ask for.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.api('PrincipalTags has at most 50 entries.')],
  messages: {
    many: 'There are {count} tags.',
  },
  applies: hasTagLines,
  run: ({ 'identity-pool': record }) => {
    const count = tagLinesOf(record).length;
    if (count <= poolLimits.tags) return [];
    return [
      {
        message: 'many' as const,
        data: { count },
        expected: `at most ${poolLimits.tags}`,
        observed: String(count),
        where: at('/pool/principalTags'),
      },
    ];
  },
});
