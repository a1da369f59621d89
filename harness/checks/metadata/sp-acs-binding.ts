import { defineCheck } from '../../model/check.ts';
import { BINDING } from '../../saml/namespaces.ts';
import { locate } from '../../saml/tree.ts';
import { hasRole, rolesOf } from './_roles.ts';
import { quoteAll } from './_show.ts';

export default defineCheck({
  id: 'metadata/sp-acs-binding',
  title: {
    holds: 'The service provider takes responses by HTTP-POST and offers no HTTP-Redirect',
    fails: 'The service provider does not take responses by HTTP-POST, or offers HTTP-Redirect',
  },
  why: 'A response does not fit into an address; sent by redirect it is cut off, and ends up in logs and histories.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → assertion consumer service',
    change: 'Publish an AssertionConsumerService with the HTTP-POST binding, and none with HTTP-Redirect.',
  },
  judges: 'sp',
  needs: ['sp-metadata'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.2',
      says: 'A response travels by HTTP-POST or HTTP-Artifact; HTTP-Redirect must not be used, as it would be too long.',
    },
    {
      document: 'saml-metadata',
      section: '2.4.4',
      says: 'A service provider has one or more AssertionConsumerService elements.',
    },
  ],
  messages: {
    'no-post': 'The service provider takes responses by {bindings}, not by HTTP-POST.',
    redirect: 'The service provider offers HTTP-Redirect for responses, which the profile forbids.',
  },
  applies: ({ 'sp-metadata': metadata }) => hasRole(metadata, 'sp'),
  run: ({ 'sp-metadata': metadata }) => {
    const roles = rolesOf(metadata, 'sp');
    const services = roles.flatMap((role) => role.assertionConsumers);
    const redirects = services
      .filter(({ binding }) => binding === BINDING.redirect)
      .map(({ element }) => ({
        message: 'redirect' as const,
        expected: BINDING.post,
        observed: BINDING.redirect,
        where: locate('sp-metadata', element, metadata.document, { attribute: 'Binding' }),
      }));
    if (services.some(({ binding, location }) => binding === BINDING.post && location)) return redirects;
    const bindings = quoteAll(services.map(({ binding }) => binding ?? ''));
    const missing = roles.slice(0, 1).map(({ element }) => ({
      message: 'no-post' as const,
      data: { bindings },
      expected: BINDING.post,
      observed: bindings,
      where: locate('sp-metadata', services[0]?.element ?? element, metadata.document),
    }));
    return [...missing, ...redirects];
  },
});
