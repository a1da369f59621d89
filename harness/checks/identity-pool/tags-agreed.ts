import { defineCheck } from '../../model/check.ts';
import { at, fixes, refs } from './_pool.ts';
import { describeTags, sessionTagsOf } from './_tags.ts';

export default defineCheck({
  id: 'identity-pool/tags-agreed',
  title: {
    holds: 'The mapping gives this person the tags that were agreed',
    fails: 'The mapping gives this person other tags than agreed',
  },
  why: 'Policies go by tags: another value is other access.',
  fix: fixes.tags('Map each tag from the claim that was agreed.'),
  judges: 'setup',
  needs: ['response', 'identity-pool'],
  refs: [refs.tags('A tag has the value of the attribute that it is mapped from.')],
  messages: {
    differ: 'The mapping gives {found}; agreed are {wanted}.',
  },
  applies: ({ 'identity-pool': { agreed } }) =>
    agreed !== undefined || 'What was agreed for this person is not known.',
  run: (given) => {
    const wanted = given['identity-pool'].agreed?.tags ?? [];
    const found = sessionTagsOf(given);
    if (describeTags(found) === describeTags(wanted)) return [];
    return [
      {
        message: 'differ' as const,
        data: { found: describeTags(found), wanted: describeTags(wanted) },
        expected: describeTags(wanted),
        observed: describeTags(found),
        where: at('/agreed/tags'),
      },
    ];
  },
});
