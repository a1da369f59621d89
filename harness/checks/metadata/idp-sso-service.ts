import { defineCheck } from '../../model/check.ts';
import { BINDING } from '../../saml/namespaces.ts';
import { locate } from '../../saml/tree.ts';
import { hasRole, rolesOf } from './_roles.ts';
import { quoteAll } from './_show.ts';

export default defineCheck({
  id: 'metadata/idp-sso-service',
  title: {
    holds: 'The identity provider takes requests by HTTP-Redirect or HTTP-POST',
    fails: 'The identity provider takes requests by neither HTTP-Redirect nor HTTP-POST',
  },
  why: 'The service provider does not know where to send people, so logins that start there fail.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → single sign-on service',
    change: 'Publish a SingleSignOnService with the HTTP-Redirect or the HTTP-POST binding.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.6',
      says: 'SingleSignOnService elements tell the bindings and locations to which a request may be sent.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.2',
      says: 'The request travels by HTTP-Redirect, HTTP-POST or HTTP-Artifact.',
    },
    {
      assumption: 'A browser login needs HTTP-Redirect or HTTP-POST.',
      known:
        'HTTP-Artifact is allowed for requests; service providers such as IAM Identity Center do not use it.',
    },
  ],
  messages: {
    none: 'The IDPSSODescriptor offers single sign-on by {bindings}; HTTP-Redirect or HTTP-POST is needed.',
  },
  applies: ({ 'idp-metadata': metadata }) => hasRole(metadata, 'idp'),
  run: ({ 'idp-metadata': metadata }) => {
    const roles = rolesOf(metadata, 'idp');
    const services = roles.flatMap((role) => role.singleSignOn);
    const usable = services.some(
      ({ binding, location }) => location && (binding === BINDING.redirect || binding === BINDING.post),
    );
    if (usable) return [];
    const bindings = quoteAll(services.map(({ binding }) => binding ?? ''));
    return roles.slice(0, 1).map(({ element }) => ({
      message: 'none',
      data: { bindings },
      expected: `${BINDING.redirect} or ${BINDING.post}`,
      observed: bindings,
      where: locate('idp-metadata', services[0]?.element ?? element, metadata.document),
    }));
  },
});
