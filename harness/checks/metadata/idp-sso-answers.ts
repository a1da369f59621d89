import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { hasRole, rolesOf } from './_roles.ts';
import { quote } from './_show.ts';

/** Not found, method not allowed, gone, not implemented: it is the address, not this request, that is refused. */
const notThere: readonly number[] = [404, 405, 410, 501];

export default defineCheck({
  id: 'metadata/idp-sso-answers',
  title: {
    holds: 'The single sign-on address in the metadata takes the request',
    fails: 'The single sign-on address in the metadata does not take the request',
  },
  why: 'Nobody who starts at the service provider gets to the login page.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → single sign-on URL',
    change: 'Publish the address that takes requests, and import the metadata again.',
  },
  judges: 'idp',
  needs: ['idp-metadata', 'exchanges'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.2.2',
      says: 'The Location of an endpoint is the URI at which it can be reached.',
    },
    {
      document: 'saml-metadata',
      section: '2.4.3',
      says: 'SingleSignOnService elements describe endpoints that support the profiles of the Authentication Request protocol.',
    },
  ],
  messages: { refused: '{location} answered the AuthnRequest with {status}.' },
  applies: ({ 'idp-metadata': metadata, exchanges }) => {
    const role = hasRole(metadata, 'idp');
    if (role !== true) return role;
    const locations = rolesOf(metadata, 'idp').flatMap(({ singleSignOn }) => singleSignOn);
    const tried = exchanges.some((one) => locations.some(({ location }) => isSentTo(location, one)));
    return tried || 'No request went to an address of the metadata.';
  },
  run: ({ 'idp-metadata': metadata, exchanges }) =>
    rolesOf(metadata, 'idp')
      .flatMap(({ singleSignOn }) => singleSignOn)
      .flatMap(({ element, location = '' }) => {
        const refused = exchanges.find((one) => isSentTo(location, one) && notThere.includes(one.status));
        if (refused === undefined) return [];
        const { status } = refused;
        return [
          {
            message: 'refused' as const,
            data: { location: quote(location), status },
            expected: 'a page, or a redirect to one',
            observed: `status ${status}`,
            where: locate('idp-metadata', element, metadata.document, { attribute: 'Location' }),
          },
        ];
      }),
});

function isSentTo(
  location: string | undefined,
  { url, requestBody = '' }: { readonly url: string; readonly requestBody?: string },
): boolean {
  return (
    url.split('?')[0] === location?.split('?')[0] && /(?:^|[?&])SAMLRequest=/.test(`${url}&${requestBody}`)
  );
}
