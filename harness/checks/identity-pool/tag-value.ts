import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { at, fixes } from './_pool.ts';
import { hasSessionTags, isTagValue, sessionTagsOf } from './_tags.ts';

export default defineCheck({
  id: 'identity-pool/tag-value',
  title: {
    holds: 'Every tag has a value that AWS takes',
    fails: 'A tag has a value that AWS does not take',
  },
  why: 'STS refuses the session, and the caller is told that the pool is not configured.',
  fix: fixes.claims('Send a value of at most 256 letters, digits, spaces or _.:/=+-@ characters.'),
  judges: 'idp',
  needs: ['response', 'identity-pool'],
  refs: [
    {
      document: 'aws-iam',
      section: 'Pass session tags in AWS STS',
      says: 'Tag values have at most 256 characters of a fixed alphabet.',
    },
  ],
  messages: {
    form: 'The tag {key} has the value {value}.',
  },
  applies: hasSessionTags,
  run: (given) =>
    sessionTagsOf(given).flatMap(({ key, value }) =>
      isTagValue(value)
        ? []
        : [
            {
              message: 'form' as const,
              data: { key: quote(key), value: quote(value) },
              expected: 'at most 256 letters, digits, spaces or _.:/=+-@ characters',
              observed: quote(value),
              where: at('/pool/principalTags'),
            },
          ],
    ),
});
