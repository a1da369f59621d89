import { defineCheck } from '../../model/check.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { locate } from '../../saml/tree.ts';
import { rolesOf } from '../metadata/_roles.ts';
import { quote, quoteAll } from '../metadata/_show.ts';

export default defineCheck({
  id: 'request/name-id-policy',
  title: {
    holds: 'The AuthnRequest asks for a NameID format that the identity provider offers',
    fails: 'The AuthnRequest asks for a NameID format that the identity provider does not offer',
  },
  why: 'The identity provider answers InvalidNameIDPolicy instead of an assertion.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → NameID format',
    change: 'Set the NameID format that the service provider asks for.',
  },
  judges: 'setup',
  needs: ['request', 'idp-metadata'],
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1.1',
      says: 'If the policy is not acceptable to the identity provider, the answer is an error, and may be InvalidNameIDPolicy.',
    },
    {
      document: 'saml-metadata',
      section: '2.4.2',
      says: 'NameIDFormat elements enumerate the name identifier formats that the role supports.',
    },
  ],
  messages: { 'not-offered': 'The request asks for {format}; the identity provider offers {offered}.' },
  applies: ({ request: { nameIdPolicy }, 'idp-metadata': metadata }) => {
    const format = nameIdPolicy?.format;
    if (format === undefined || format === NAMEID.unspecified)
      return 'The request leaves the NameID format open.';
    return (
      rolesOf(metadata, 'idp').some((role) => role.nameIdFormats.length > 0) ||
      'The metadata names no NameID format, which leaves all of them open.'
    );
  },
  run: ({ request: { document, nameIdPolicy }, 'idp-metadata': metadata }) => {
    const offered = rolesOf(metadata, 'idp').flatMap((role) => role.nameIdFormats.map(({ text }) => text));
    const format = nameIdPolicy?.format;
    if (nameIdPolicy === undefined || format === undefined || offered.includes(format)) return [];
    const data = { format: quote(format), offered: quoteAll(offered) };
    const where = locate('request', nameIdPolicy.element, document, { attribute: 'Format' });
    return [{ message: 'not-offered', data, expected: data.offered, observed: data.format, where }];
  },
});
