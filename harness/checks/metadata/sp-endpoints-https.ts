import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { endpointsOf, hasRole, rolesOf } from './_roles.ts';
import { quoteOrNothing } from './_show.ts';

export default defineCheck({
  id: 'metadata/sp-endpoints-https',
  title: {
    holds: "Every endpoint in the service provider's metadata is an https address",
    fails: "An endpoint in the service provider's metadata is not an https address",
  },
  why: 'A message sent in the clear can be read and kept; a bearer assertion is as good as a password.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → endpoint addresses',
    change: 'Publish each endpoint under https and exchange the metadata again.',
  },
  judges: 'sp',
  needs: ['sp-metadata'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.5',
      says: 'The exchanges that carry the response should be made over SSL or TLS.',
    },
    {
      document: 'saml-bindings',
      section: '3.5.5.2',
      says: 'Where confidentiality is needed, SSL or TLS should protect the message between the browser and each party.',
    },
    {
      document: 'saml-metadata',
      section: '2.2.2',
      says: 'The Location of an endpoint is the URI at which it can be reached.',
    },
  ],
  messages: { 'not-https': 'The {endpoint} is at {location}, which is not an https address.' },
  applies: ({ 'sp-metadata': metadata }) => hasRole(metadata, 'sp'),
  run: ({ 'sp-metadata': metadata }) =>
    rolesOf(metadata, 'sp')
      .flatMap(endpointsOf)
      .filter(
        ({ location }) => !URL.canParse(location ?? '') || new URL(location ?? '').protocol !== 'https:',
      )
      .map(({ element, location }) => ({
        message: 'not-https',
        data: { endpoint: element.local, location: quoteOrNothing(location) },
        expected: 'an https address',
        observed: quoteOrNothing(location),
        where: locate('sp-metadata', element, metadata.document, { attribute: 'Location' }),
      })),
});
