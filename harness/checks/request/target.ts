import { defineCheck } from '../../model/check.ts';
import { BINDING } from '../../saml/namespaces.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { withoutSamlFields } from './_query.ts';
import { ssoLocations } from './_sso-locations.ts';

export default defineCheck({
  id: 'request/target',
  title: {
    holds: "The AuthnRequest is sent to the sign-on URL of the identity provider's metadata",
    fails: "The AuthnRequest is sent to another address than the identity provider's metadata has",
  },
  why: 'The person ends on a page that does not exist, or gives their approval to a stranger.',
  fix: {
    console: 'Service provider',
    field: 'Identity provider → sign-in URL',
    change: "Import the identity provider's metadata again, so that its sign-on URL is the one in force.",
  },
  judges: 'sp',
  needs: ['request-delivery'],
  uses: ['idp-metadata', 'setup'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.3',
      says: 'The location for the request is that of the single sign-on service for the chosen binding, which metadata may tell; SSL or TLS is recommended.',
    },
  ],
  messages: {
    other: 'The request was sent to {target}; by this binding requests are taken at {locations}.',
    clear: 'The request was sent to {target} without TLS; https is wanted.',
  },
  applies: ({ 'request-delivery': delivery, 'idp-metadata': metadata, setup }) =>
    ssoLocations(metadata, setup, bindingUri(delivery.binding)).length > 0 ||
    "The identity provider's sign-on URL for this binding is not known.",
  run: ({ 'request-delivery': delivery, 'idp-metadata': metadata, setup }) => {
    const locations = ssoLocations(metadata, setup, bindingUri(delivery.binding));
    const target = withoutSamlFields(delivery.url);
    const expected = quoteAll(locations);
    const data = { target: quote(target), locations: expected };
    const where = { artifact: 'request-delivery', path: '/url' } as const;
    if (!locations.includes(target))
      return [{ message: 'other', data, expected, observed: quote(target), where }];
    return delivery.tls ? [] : [{ message: 'clear', data, expected: 'TLS', observed: 'no TLS', where }];
  },
});

function bindingUri(binding: 'HTTP-Redirect' | 'HTTP-POST' | 'other'): string | undefined {
  if (binding === 'other') return undefined;
  return binding === 'HTTP-Redirect' ? BINDING.redirect : BINDING.post;
}
