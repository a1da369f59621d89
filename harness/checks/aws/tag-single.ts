import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quoteAll } from '../metadata/_show.ts';
import { hasTags, tagsOf } from './_attributes.ts';

export default defineCheck({
  id: 'aws/tag-single',
  title: { holds: 'Every session tag has one value', fails: 'A session tag has no value or several' },
  why: 'A session tag holds one text; policies compare with the wrong value, or the login is refused.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → PrincipalTag:…',
    change: 'Map the tag to an attribute that has one value, not to a list of groups.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.tags('Each tag is an attribute of its own with one value.')],
  messages: { count: 'The session tag {key} has {count} values: {values}.' },
  applies: hasTags,
  run: ({ response }) =>
    tagsOf(response)
      .filter(({ attribute }) => attribute.values.length !== 1)
      .map(({ key, attribute: { element, values } }) => {
        const shown = quoteAll(values.map(({ text }) => text));
        return {
          message: 'count' as const,
          data: { key, count: values.length, values: shown },
          expected: 'one value',
          observed: shown,
          where: at(response, values[1]?.element ?? element),
        };
      }),
});
