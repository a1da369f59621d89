import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { at, fixes, hasTagLines, tagLinesOf } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/tag-unique',
  title: {
    holds: 'Tag keys differ by more than case',
    fails: 'Two tag keys differ only in case',
  },
  why: 'STS refuses the session: tag keys are compared without regard to case.',
  fix: fixes.tags('Delete one of the two.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [
    {
      document: 'aws-iam',
      section: 'Pass session tags in AWS STS',
      says: 'Tag keys are unique without regard to case.',
    },
  ],
  messages: {
    twice: '{key} is there twice but for case.',
  },
  applies: hasTagLines,
  run: ({ 'identity-pool': record }) => {
    const lines = tagLinesOf(record);
    return lines.flatMap(({ key, path }, index) =>
      lines.slice(0, index).some((one) => one.key.toLowerCase() === key.toLowerCase())
        ? [
            {
              message: 'twice' as const,
              data: { key: quote(key) },
              expected: 'each key once',
              observed: quote(key),
              where: at(path),
            },
          ]
        : [],
    );
  },
});
