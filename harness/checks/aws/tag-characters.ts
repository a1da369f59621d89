import { attributeLimits } from '../../aws/limits.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck, type Fault } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasTags, tagsOf } from './_attributes.ts';

const expected = 'letters, digits, spaces and _ . : / = + - @';

export default defineCheck({
  id: 'aws/tag-characters',
  title: {
    holds: 'Session tags have only characters that AWS takes',
    fails: 'A session tag has characters that AWS does not take',
  },
  why: 'AWS answers “Unable to validate tags”; people whose department is called “R&D” cannot log in, and only they.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → PrincipalTag:…',
    change: 'Map the tag to a code of letters, digits, spaces and _ . : / = + - @.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.tag('Keys and values consist of letters, spaces, numbers and _ . : / = + - @.')],
  messages: {
    key: 'The key {key} has characters that AWS does not take.',
    value: 'The value of the tag {key} is {value}, with characters that AWS does not take.',
  },
  applies: hasTags,
  run: ({ response }) =>
    tagsOf(response).flatMap(({ key, attribute }): Fault<'key' | 'value'>[] => [
      ...(attributeLimits.tagPattern.test(key)
        ? []
        : [
            {
              message: 'key' as const,
              data: { key: quote(key) },
              expected,
              observed: quote(key),
              where: at(response, attribute.element, 'Name'),
            },
          ]),
      ...attribute.values
        .filter(({ text }) => !attributeLimits.tagPattern.test(text))
        .map(({ element, text }) => ({
          message: 'value' as const,
          data: { key, value: quote(text) },
          expected,
          observed: quote(text),
          where: at(response, element),
        })),
    ]),
});
