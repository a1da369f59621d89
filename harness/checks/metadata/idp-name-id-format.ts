import { defineCheck } from '../../model/check.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { locate } from '../../saml/tree.ts';
import { rolesOf } from './_roles.ts';
import { quoteAll } from './_show.ts';

export default defineCheck({
  id: 'metadata/idp-name-id-format',
  title: {
    holds: 'The identity provider offers the NameID format that the service provider needs',
    fails: 'The identity provider does not offer the NameID format that the service provider needs',
  },
  why: 'The service provider asks for a format that is not offered, or is sent one that it cannot match to a person.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → NameID format',
    change: 'Set the NameID format that the service provider needs, and export the metadata again.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.2',
      says: 'NameIDFormat elements enumerate the name identifier formats that the role supports.',
    },
    {
      document: 'aws-identity-center',
      section: 'Other identity providers (page other-idps)',
      says: 'The NameID has the format emailAddress.',
    },
  ],
  options: { format: NAMEID.emailAddress },
  messages: { missing: 'The metadata offers {offered}; {format} is needed.' },
  applies: ({ 'idp-metadata': metadata }) =>
    rolesOf(metadata, 'idp').some((role) => role.nameIdFormats.length > 0) ||
    'The metadata names no NameID format, which leaves all of them open.',
  run: ({ 'idp-metadata': metadata }, { options: { format } }) => {
    const offered = rolesOf(metadata, 'idp').flatMap((role) => role.nameIdFormats);
    const first = offered[0];
    // "unspecified" leaves the interpretation to the parties (saml-core 8.3.1), so it refuses none.
    if (!first || offered.some(({ text }) => text === format || text === NAMEID.unspecified)) return [];
    const values = quoteAll(offered.map(({ text }) => text));
    return [
      {
        message: 'missing',
        data: { offered: values, format },
        expected: format,
        observed: values,
        where: locate('idp-metadata', first.element, metadata.document),
      },
    ];
  },
});
