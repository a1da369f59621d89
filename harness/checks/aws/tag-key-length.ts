import { attributeLimits, within } from '../../aws/limits.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasTags, tagsOf } from './_attributes.ts';

export default defineCheck({
  id: 'aws/tag-key-length',
  title: {
    holds: 'Keys of session tags have 1 to 128 characters',
    fails: 'A key of a session tag is empty or has more than 128 characters',
  },
  why: 'AWS refuses the whole login.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → PrincipalTag:…',
    change: 'Shorten the key after PrincipalTag:, or give it one.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.tag('A key has 1 to 128 characters.')],
  options: { ...attributeLimits.tagKeyLength },
  messages: { length: 'The key {key} has {count} characters.' },
  applies: hasTags,
  run: ({ response }, { options }) =>
    tagsOf(response)
      .filter(({ key }) => !within([...key].length, options))
      .map(({ key, attribute }) => ({
        message: 'length' as const,
        data: { key: quote(key), count: [...key].length },
        expected: `${options.min} to ${options.max} characters`,
        observed: `${[...key].length} characters`,
        where: at(response, attribute.element, 'Name'),
      })),
});
