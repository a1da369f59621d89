import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { abacAttributes, hasAbac, keyOf } from './_abac.ts';

export default defineCheck({
  id: 'identity-center/attribute-unique',
  title: {
    holds: 'No attribute for access control is there twice',
    fails: 'An attribute for access control is there twice',
  },
  why: 'IAM Identity Center refuses the whole login; as session tags, keys that differ only in case are the same.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application',
    change: 'Delete the second mapping to this name.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'With attributes for access control switched on, no two attributes may have the same name.',
    },
    {
      document: 'aws-sts',
      section: 'AssumeRole, Tags',
      says: 'Keys of session tags are not told apart by case: Department and department are one key.',
    },
  ],
  messages: { twice: 'The attribute {key} repeats {first}; each key has to occur once.' },
  applies: ({ response }) => hasAbac(response),
  run: ({ response }) => {
    const attributes = abacAttributes(response);
    return attributes.flatMap((attribute, index) => {
      const same = (other: string) => other.toLowerCase() === keyOf(attribute).toLowerCase();
      const first = attributes.slice(0, index).find((other) => same(keyOf(other)));
      if (first === undefined) return [];
      return [
        {
          message: 'twice' as const,
          data: { key: keyOf(attribute), first: keyOf(first) },
          expected: 'each name once',
          observed: keyOf(attribute),
          where: locate('response', attribute.element, response.document),
        },
      ];
    });
  },
});
