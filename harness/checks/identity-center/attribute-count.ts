import { defineCheck } from '../../model/check.ts';
import { abacAttributes, hasAbac } from './_abac.ts';

export default defineCheck({
  id: 'identity-center/attribute-count',
  title: {
    holds: 'The response has at most 50 attributes for access control',
    fails: 'The response has more than 50 attributes for access control',
  },
  why: 'IAM Identity Center refuses the whole login and shows a general error.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application',
    change: 'Keep the attributes that policies use, and delete the rest.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'With attributes for access control switched on, at most 50 attributes are mapped.',
    },
  ],
  options: { most: 50 },
  messages: { many: 'The response has {count} attributes for access control; at most {most} are taken.' },
  applies: ({ response }) => hasAbac(response),
  run: ({ response }, { options }) => {
    const attributes = abacAttributes(response);
    const first = attributes[options.most];
    if (first === undefined) return [];
    return [
      {
        message: 'many' as const,
        data: { count: attributes.length, most: options.most },
        expected: `at most ${options.most}`,
        observed: String(attributes.length),
        where: { artifact: 'response', path: first.element.path, line: first.element.line },
      },
    ];
  },
});
