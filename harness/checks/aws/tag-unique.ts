import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { hasTags, tagsOf } from './_attributes.ts';

export default defineCheck({
  id: 'aws/tag-unique',
  title: {
    holds: 'No session tag is there twice, whatever its case',
    fails: 'A session tag is there twice, if only in another case',
  },
  why: 'Keys that differ only in case are the same to AWS, which refuses the whole login.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → PrincipalTag:…',
    change: 'Delete the second mapping to this key.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.tags('Keys of session tags are unique without regard to upper and lower case.')],
  messages: { twice: 'The session tag {key} repeats {first}.' },
  applies: hasTags,
  run: ({ response }) => {
    const tags = tagsOf(response);
    return tags.flatMap(({ key, attribute }, index) => {
      const first = tags.slice(0, index).find((one) => one.key.toLowerCase() === key.toLowerCase());
      if (first === undefined) return [];
      const where = at(response, attribute.element, 'Name');
      const data = { key, first: first.key };
      return [{ message: 'twice' as const, data, expected: 'each key once', observed: key, where }];
    });
  },
});
