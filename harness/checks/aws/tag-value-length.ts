import { attributeLimits, within } from '../../aws/limits.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { hasTags, tagsOf } from './_attributes.ts';

export default defineCheck({
  id: 'aws/tag-value-length',
  title: {
    holds: 'Values of session tags have at most 256 characters',
    fails: 'A value of a session tag has more than 256 characters',
  },
  why: 'AWS answers “Unable to validate tags”; people with long values, such as group lists, cannot log in.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → PrincipalTag:…',
    change: 'Map the tag to a short value; a list of groups does not fit.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.tag('A value has at most 256 characters.')],
  options: { ...attributeLimits.tagValueLength },
  messages: { length: 'The value of the tag {key} has {count} characters.' },
  applies: hasTags,
  run: ({ response }, { options }) =>
    tagsOf(response).flatMap(({ key, attribute }) =>
      attribute.values
        .filter(({ text }) => !within([...text].length, options))
        .map(({ element, text }) => ({
          message: 'length' as const,
          data: { key, count: [...text].length },
          expected: `at most ${options.max} characters`,
          observed: `${[...text].length} characters`,
          where: at(response, element),
        })),
    ),
});
