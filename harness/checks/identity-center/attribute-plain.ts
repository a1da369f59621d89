import { defineCheck, type Fault } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { abacAttributes, hasAbac, keyOf } from './_abac.ts';

const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

export default defineCheck({
  id: 'identity-center/attribute-plain',
  title: {
    holds: 'Keys and values for access control are plain text that session tags can hold',
    fails: 'A key or value for access control is no text that session tags can hold',
  },
  why: 'The value becomes a session tag; one that cannot be a tag makes the login fail, or the policy deny.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application',
    change: 'Map a plain text: letters, digits, spaces and _ . : / = + - @, key up to 128, value up to 256.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'With attributes for access control switched on, no attribute may hold structured XML.',
    },
    {
      document: 'aws-sts',
      section: 'Tag',
      says: 'A key has 1 to 128 characters, a value up to 256, both of letters, spaces, numbers and _.:/=+-@.',
    },
  ],
  messages: {
    key: 'The key "{key}" cannot be the key of a session tag.',
    value: 'The value of {key} cannot be a session tag: {why}.',
    structure: 'The value of {key} contains XML.',
  },
  applies: ({ response }) => hasAbac(response),
  run: ({ response }) =>
    abacAttributes(response).flatMap((attribute): readonly Fault<'key' | 'value' | 'structure'>[] => {
      const key = keyOf(attribute);
      const expected = 'letters, digits, spaces and _ . : / = + - @';
      const where = locate('response', attribute.element, response.document);
      const good = key.length >= 1 && key.length <= 128 && allowed.test(key);
      const keys = good ? [] : [{ message: 'key' as const, data: { key }, expected, observed: key, where }];
      const values = attribute.values.flatMap(
        ({ text, oddities }): readonly Fault<'value' | 'structure'>[] => {
          if (oddities.includes('element'))
            return [
              { message: 'structure' as const, data: { key }, expected, observed: 'an element', where },
            ];
          const why =
            text.length > 256 ? `${text.length} characters` : allowed.test(text) ? undefined : 'characters';
          if (why === undefined) return [];
          return [
            { message: 'value' as const, data: { key, why }, expected, observed: text.slice(0, 80), where },
          ];
        },
      );
      return [...keys, ...values];
    }),
});
