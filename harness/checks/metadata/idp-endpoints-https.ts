import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { endpointsOf, hasRole, rolesOf } from './_roles.ts';
import { quoteOrNothing } from './_show.ts';

export default defineCheck({
  id: 'metadata/idp-endpoints-https',
  title: {
    holds: "Every endpoint in the identity provider's metadata is an https address",
    fails: "An endpoint in the identity provider's metadata is not an https address",
  },
  why: 'A message sent in the clear can be read and kept; a bearer assertion is as good as a password.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → endpoint addresses',
    change: 'Publish each endpoint under https and exchange the metadata again.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.3',
      says: 'The exchanges that carry the request should be made over SSL or TLS.',
    },
    {
      document: 'saml-bindings',
      section: '3.4.5.2',
      says: 'Where confidentiality is needed, SSL or TLS should protect the message between the browser and each party.',
    },
    {
      document: 'saml-metadata',
      section: '2.2.2',
      says: 'The Location of an endpoint is the URI at which it can be reached.',
    },
  ],
  messages: { 'not-https': 'The {endpoint} is at {location}, which is not an https address.' },
  applies: ({ 'idp-metadata': metadata }) => hasRole(metadata, 'idp'),
  run: ({ 'idp-metadata': metadata }) =>
    rolesOf(metadata, 'idp')
      .flatMap(endpointsOf)
      .filter(
        ({ location }) => !URL.canParse(location ?? '') || new URL(location ?? '').protocol !== 'https:',
      )
      .map(({ element, location }) => ({
        message: 'not-https',
        data: { endpoint: element.local, location: quoteOrNothing(location) },
        expected: 'an https address',
        observed: quoteOrNothing(location),
        where: locate('idp-metadata', element, metadata.document, { attribute: 'Location' }),
      })),
});
