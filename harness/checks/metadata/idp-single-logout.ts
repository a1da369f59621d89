import { defineCheck, type Fault } from '../../model/check.ts';
import type { Exchange } from '../../model/evidence.ts';
import type { EndpointReading } from '../../model/readings.ts';
import { BINDING } from '../../saml/namespaces.ts';
import { locate } from '../../saml/tree.ts';
import { hasRole, rolesOf } from './_roles.ts';
import { quoteOrNothing } from './_show.ts';

const bindings: readonly string[] = Object.values(BINDING);

export default defineCheck({
  id: 'metadata/idp-single-logout',
  title: {
    holds: 'Single logout is offered only where it works',
    fails: 'Single logout is offered where it does not work',
  },
  why: 'A service provider that believes the offer sends people who sign out to a page of errors, and some stay signed in.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → single logout',
    change: 'Mend the logout address, or take it out of the metadata and import that again.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  uses: ['exchanges'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.2',
      says: 'SingleLogoutService elements describe endpoints that support the Single Logout profile.',
    },
    {
      document: 'saml-profiles',
      section: '4.4.2',
      says: 'A LogoutRequest travels by SOAP, or through the browser by HTTP-Redirect, HTTP-POST or HTTP-Artifact.',
    },
    {
      document: 'saml-profiles',
      section: '4.4.4.2',
      says: 'The identity provider answers a LogoutRequest with a LogoutResponse.',
    },
  ],
  messages: {
    binding: 'The logout endpoint {location} has the binding {binding}, by which no LogoutRequest travels.',
    failed: 'The logout endpoint {location} answered a LogoutRequest with {status}.',
  },
  applies: ({ 'idp-metadata': metadata }) => {
    const role = hasRole(metadata, 'idp');
    if (role !== true) return role;
    const offered = rolesOf(metadata, 'idp').some(({ singleLogout }) => singleLogout.length > 0);
    return offered || 'The metadata offers no single logout.';
  },
  run: ({ 'idp-metadata': metadata, exchanges = [] }) => {
    const endpoints = rolesOf(metadata, 'idp').flatMap(({ singleLogout }) => singleLogout);
    const faults = endpoints.flatMap((endpoint): Fault<'binding' | 'failed'>[] => {
      const { element, binding, location } = endpoint;
      const attribute = { attribute: 'Binding' };
      const data = { location: quoteOrNothing(location), binding: quoteOrNothing(binding), status: '' };
      if (!bindings.includes(binding ?? ''))
        return [
          {
            message: 'binding',
            data,
            expected: bindings.join(', '),
            observed: data.binding,
            where: locate('idp-metadata', element, metadata.document, attribute),
          },
        ];
      return triesOf(endpoint, exchanges)
        .filter(({ status }) => status === 0 || status >= 400)
        .map(({ index, status }) => ({
          message: 'failed',
          data: { ...data, status: status || 'nothing' },
          expected: 'a LogoutResponse',
          observed: status === 0 ? 'no answer' : `status ${status}`,
          where: { artifact: 'exchanges', path: `exchange ${index}` },
        }));
    });
    if (faults.length > 0 || endpoints.some((one) => triesOf(one, exchanges).length > 0)) return faults;
    const offered = endpoints.map(({ location }) => quoteOrNothing(location)).join(', ');
    return { manual: `The metadata offers single logout at ${offered}, and this login did not try it.` };
  },
});

/** The messages of a logout that the browser carried to the endpoint; their text is not kept, only that they were such. */
function triesOf({ location = '' }: EndpointReading, exchanges: readonly Exchange[]): readonly Exchange[] {
  const [address] = location.split('?');
  return exchanges.filter(
    ({ url, requestBody = '' }) =>
      url.split('?')[0] === address && /(?:^|[?&])SAMLRequest=/.test(`${url}&${requestBody}`),
  );
}
