import { tagFault } from '../../aws/identity-pool/principal-tags.ts';
import { defineCheck } from '../../model/check.ts';
import { at, callsAnswered, fixes, refs } from './_pool.ts';
import { describeTags, sessionTagsOf } from './_tags.ts';

export default defineCheck({
  id: 'identity-pool/tags-given',
  title: {
    holds: 'The session has the tags that the mapping leads to',
    fails: 'The session has other tags than the mapping leads to',
  },
  why: 'Policies that go by tags decide otherwise than anybody who reads the configuration would expect.',
  fix: fixes.tags('Compare the mapping with the one that was read; a change takes a moment.'),
  judges: 'sp',
  needs: ['response', 'identity-pool'],
  refs: [refs.tags('Cognito passes the mapped attributes to STS as principal tags of the session.')],
  messages: {
    other: 'The session has {found}; the mapping leads to {wanted}.',
  },
  applies: ({ 'identity-pool': record }) =>
    callsAnswered(record, 'credentials').some(({ answer }) => answer.principalTags !== undefined) ||
    'Nobody looked at the tags of the session.',
  run: (given) => {
    const tags = sessionTagsOf(given);
    // Tags that STS would refuse are told by checks of their own.
    if (tagFault(tags) !== undefined) return [];
    const wanted = describeTags(tags);
    return callsAnswered(given['identity-pool'], 'credentials').flatMap(({ answer, path }) => {
      if (answer.principalTags === undefined || describeTags(answer.principalTags) === wanted) return [];
      const found = describeTags(answer.principalTags);
      return [
        {
          message: 'other' as const,
          data: { found, wanted },
          expected: wanted,
          observed: found,
          where: at(`${path}/answer/principalTags`),
        },
      ];
    });
  },
});
