import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { abacAttributes, hasAbac, keyOf } from './_abac.ts';

export default defineCheck({
  id: 'identity-center/attribute-single',
  title: {
    holds: 'Every attribute for access control has one value',
    fails: 'An attribute for access control has no value or several',
  },
  why: 'IAM Identity Center refuses the whole login and shows a general error.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application',
    change: 'Map the attribute to a source that has one value, not to a list.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'With attributes for access control switched on, no attribute may have several values.',
    },
  ],
  messages: { count: 'The attribute {key} has {count} values; it has to have one.' },
  applies: ({ response }) => hasAbac(response),
  run: ({ response }) =>
    abacAttributes(response)
      .filter(({ values }) => values.length !== 1)
      .map((attribute) => ({
        message: 'count' as const,
        data: { key: keyOf(attribute), count: attribute.values.length },
        expected: 'one AttributeValue',
        observed: String(attribute.values.length),
        where: locate('response', attribute.element, response.document),
      })),
});
