import { poolLimits } from '../../aws/identity-pool/limits.ts';
import { tagBytes } from '../../aws/identity-pool/principal-tags.ts';
import { defineCheck } from '../../model/check.ts';
import { at, fixes, refs } from './_pool.ts';
import { hasSessionTags, sessionTagsOf } from './_tags.ts';

export default defineCheck({
  id: 'identity-pool/tag-bytes',
  title: {
    holds: 'All tags together have at most 460 bytes',
    fails: 'All tags together have more than 460 bytes',
  },
  why: 'AWS refuses the session. People with long values are shut out, others are not.',
  fix: fixes.tags('Map fewer or shorter attributes.'),
  judges: 'setup',
  needs: ['response', 'identity-pool'],
  refs: [refs.tags('The aggregated limit for all attributes is 460 bytes.')],
  messages: {
    large: 'The tags of this person have {bytes} bytes.',
  },
  applies: hasSessionTags,
  run: (given) => {
    const bytes = tagBytes(sessionTagsOf(given));
    if (bytes <= poolLimits.tagBytes) return [];
    return [
      {
        message: 'large' as const,
        data: { bytes },
        expected: `at most ${poolLimits.tagBytes} bytes`,
        observed: `${bytes} bytes`,
        where: at('/pool/principalTags'),
      },
    ];
  },
});
