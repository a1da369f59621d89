import { attributeLimits } from '../../aws/limits.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { hasTags, tagsOf } from './_attributes.ts';

export default defineCheck({
  id: 'aws/tag-count',
  title: {
    holds: 'The response has at most 50 session tags',
    fails: 'The response has more than 50 session tags',
  },
  why: 'AWS refuses the whole login.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → PrincipalTag:…',
    change: 'Keep the tags that policies use, and delete the rest.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.tags('At most 50 session tags can be passed.')],
  options: { most: attributeLimits.tags as number },
  messages: { many: 'The response has {count} session tags.' },
  applies: hasTags,
  run: ({ response }, { options: { most } }) => {
    const tags = tagsOf(response);
    const first = tags[most];
    if (first === undefined) return [];
    return [
      {
        message: 'many',
        data: { count: tags.length },
        expected: `at most ${most}`,
        observed: String(tags.length),
        where: at(response, first.attribute.element),
      },
    ];
  },
});
