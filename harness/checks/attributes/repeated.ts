import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { hasAttributes } from './_attributes.ts';

export default defineCheck({
  id: 'attributes/repeated',
  title: {
    holds: 'Each attribute is named once',
    fails: 'Two attributes have the same name, or names that differ only in case',
  },
  why: 'Which of the two counts differs from product to product: one takes the first, one the last, one both, one refuses.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → claims mapping',
    change: 'Keep one claim of each name; put several values into one attribute.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-errata',
      section: 'E49',
      says: 'NameFormat and Name together name an attribute; neither does so alone.',
    },
    {
      document: 'saml-core',
      section: '2.7.3.1',
      says: 'Several values of one attribute stand in one Attribute element, each in its own AttributeValue.',
    },
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'With attributes for access control switched on, no two attributes may have the same name.',
    },
  ],
  messages: { again: 'The attribute {name} is there again as {other}; each name has to occur once.' },
  applies: hasAttributes,
  run: ({ response }) =>
    response.assertions.flatMap(({ attributes }) => {
      const seen = new Map<string, string>();
      return attributes.flatMap(({ name, nameFormat, element }) => {
        if (name === undefined) return [];
        const key = JSON.stringify([name.toLowerCase(), nameFormat]);
        const first = seen.get(key);
        if (first === undefined) {
          seen.set(key, name);
          return [];
        }
        return [
          {
            message: 'again',
            data: { name: quote(first), other: quote(name) },
            expected: `${quote(first)} once`,
            observed: quoteAll([first, name]),
            where: at(response, element, 'Name'),
          },
        ];
      });
    }),
});
