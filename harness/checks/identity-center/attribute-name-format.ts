import { defineCheck } from '../../model/check.ts';
import { ATTRNAME } from '../../saml/namespaces.ts';
import { locate } from '../../saml/tree.ts';
import { abacAttributes, hasAbac, keyOf } from './_abac.ts';

const defined: readonly string[] = Object.values(ATTRNAME);

export default defineCheck({
  id: 'identity-center/attribute-name-format',
  title: {
    holds: 'Attributes for access control have a name format that SAML defines',
    fails: 'An attribute for access control has a name format that SAML does not define',
  },
  why: 'IAM Identity Center refuses the whole login and shows a general error.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → name format',
    change: 'Choose URI, basic or unspecified.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'The name format is one that SAML specifies, not a generic one.',
    },
    {
      document: 'saml-core',
      section: '8.2',
      says: 'SAML defines the formats unspecified, uri and basic for the names of attributes.',
    },
    { document: 'saml-core', section: '2.7.3.1', says: 'Without a NameFormat, the format is unspecified.' },
  ],
  messages: {
    other: 'The attribute {key} has the name format {format}; uri, basic or unspecified is wanted.',
  },
  applies: ({ response }) => hasAbac(response),
  run: ({ response }) =>
    abacAttributes(response)
      .filter(({ nameFormat }) => nameFormat !== undefined && !defined.includes(nameFormat))
      .map((attribute) => ({
        message: 'other' as const,
        data: { key: keyOf(attribute), format: attribute.nameFormat ?? '' },
        expected: defined.join(', '),
        observed: attribute.nameFormat ?? '',
        where: locate('response', attribute.element, response.document, { attribute: 'NameFormat' }),
      })),
});
