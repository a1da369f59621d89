import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { attributesOf, hasAttributes } from './_attributes.ts';

export default defineCheck({
  id: 'attributes/nested-xml',
  title: {
    holds: 'Attribute values are plain text',
    fails: 'An attribute value contains XML elements',
  },
  why: 'Service providers that read text see an empty value, or refuse the assertion.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → claims mapping',
    change: 'Send the value as text.',
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
      document: 'saml-core',
      section: '2.7.3.1.1',
      says: 'An AttributeValue may hold any well-formed XML; an extension schema may define structured data.',
    },
  ],
  messages: { nested: 'The value of the attribute {name} contains elements; plain text is wanted.' },
  applies: hasAttributes,
  run: ({ response }) =>
    attributesOf(response).flatMap(({ name = '', values }) =>
      values
        .filter(({ oddities }) => oddities.includes('element'))
        .map(({ element }) => ({
          message: 'nested',
          data: { name: quote(name) },
          expected: 'text',
          observed: 'elements',
          where: at(response, element),
        })),
    ),
});
