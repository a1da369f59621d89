import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { hasRole, rolesOf } from './_roles.ts';
import { quoteOrNothing } from './_show.ts';

/** The two ways in which xs:boolean writes true. */
const isTrue = (value: string | undefined) => value === 'true' || value === '1';

export default defineCheck({
  id: 'metadata/signed-requests',
  title: {
    holds: 'The service provider promises signed requests if the identity provider wants them',
    fails: 'The service provider does not promise the signed requests that the identity provider wants',
  },
  why: 'Logins that start at the service provider are refused by the identity provider.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → require signed requests',
    change: 'Turn the requirement off, or let the service provider sign its requests.',
  },
  judges: 'setup',
  needs: ['idp-metadata', 'sp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.3',
      says: 'WantAuthnRequestsSigned states that the identity provider requires requests to be signed.',
    },
    {
      document: 'saml-metadata',
      section: '2.4.4',
      says: 'AuthnRequestsSigned states whether the requests of the service provider will be signed.',
    },
    {
      document: 'saml-errata',
      section: 'E7',
      says: 'An identity provider that wants signed requests can be expected to refuse unsigned ones.',
    },
  ],
  messages: { unsigned: 'WantAuthnRequestsSigned is true, but AuthnRequestsSigned is {promised}.' },
  applies: ({ 'sp-metadata': metadata }) => hasRole(metadata, 'sp'),
  run: ({ 'idp-metadata': idp, 'sp-metadata': sp }) => {
    if (!rolesOf(idp, 'idp').some((role) => isTrue(role.wantsSigned))) return [];
    return rolesOf(sp, 'sp')
      .filter((role) => !isTrue(role.authnRequestsSigned))
      .map((role) => ({
        message: 'unsigned',
        data: { promised: quoteOrNothing(role.authnRequestsSigned) },
        expected: 'AuthnRequestsSigned="true"',
        observed: quoteOrNothing(role.authnRequestsSigned),
        where: locate('sp-metadata', role.element, sp.document, { attribute: 'AuthnRequestsSigned' }),
      }));
  },
});
