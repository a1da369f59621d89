import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { ATTRNAME } from '../../saml/namespaces.ts';
import { at } from '../assertion/_assertions.ts';
import { attributesOf, hasAttributes } from '../attributes/_attributes.ts';
import { quote } from '../metadata/_show.ts';
import { awsName } from './_attributes.ts';

const defined: readonly string[] = Object.values(ATTRNAME);

export default defineCheck({
  id: 'aws/attribute-name-format',
  title: {
    holds: 'AWS’s attributes have a name format that SAML defines, or none',
    fails: 'One of AWS’s attributes has a name format that SAML does not define',
  },
  why: 'Name and format together name an attribute; one in a made-up format need not be taken for AWS’s.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → name format',
    change: 'Choose URI or unspecified, or none.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '8.2',
      says: 'Formats of attribute names are unspecified, uri and basic.',
    },
    refs.assertions('The examples give no NameFormat, which means unspecified.'),
  ],
  messages: { other: 'The attribute {name} has the NameFormat {format}.' },
  applies: hasAttributes,
  run: ({ response }) =>
    attributesOf(response)
      .filter(
        (one) => awsName(one) !== undefined && !defined.includes(one.nameFormat ?? ATTRNAME.unspecified),
      )
      .map(({ element, name = '', nameFormat = '' }) => ({
        message: 'other' as const,
        data: { name: quote(name), format: quote(nameFormat) },
        expected: defined.join(', '),
        observed: quote(nameFormat),
        where: at(response, element, 'NameFormat'),
      })),
});
