import { poolLimits } from '../../aws/identity-pool/limits.ts';
import { within } from '../../aws/limits.ts';
import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { at, fixes, hasTagLines, refs, tagLinesOf } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/tag-claim-length',
  title: {
    holds: 'Every claim of a tag has at most 256 characters',
    fails: 'A claim of a tag has no characters or more than 256',
  },
  why: 'AWS refuses the mapping.',
  fix: fixes.tags('Shorten or rename it.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.tags('Attribute names have at most 256 characters.')],
  messages: {
    wrong: 'The claim of the tag {key} has {length} characters.',
  },
  applies: hasTagLines,
  run: ({ 'identity-pool': record }) =>
    tagLinesOf(record).flatMap(({ key, claim, path }) =>
      within(claim.length, poolLimits.tagClaimLength)
        ? []
        : [
            {
              message: 'wrong' as const,
              data: { key: quote(key), length: claim.length },
              expected: '1 to 256 characters',
              observed: `${claim.length} characters`,
              where: at(path),
            },
          ],
    ),
});
