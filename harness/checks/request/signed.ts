import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { rolesOf } from '../metadata/_roles.ts';
import { isSigned } from './_query.ts';

const isTrue = (value: string | undefined) => value === 'true' || value === '1';

export default defineCheck({
  id: 'request/signed',
  title: {
    holds: "The AuthnRequest is signed, as the service provider's metadata promises",
    fails: "The AuthnRequest is not signed, though the service provider's metadata promises it",
  },
  why: 'An identity provider that believes the metadata refuses the request.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → sign requests',
    change: 'Turn request signing on, or publish AuthnRequestsSigned="false".',
  },
  judges: 'sp',
  needs: ['request', 'sp-metadata'],
  uses: ['request-delivery'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.4',
      says: 'AuthnRequestsSigned states whether the requests of this service provider will be signed.',
    },
    {
      document: 'saml-errata',
      section: 'E7',
      says: 'An identity provider answers an unsigned request with an error if the metadata promised signed ones.',
    },
  ],
  messages: { unsigned: 'AuthnRequestsSigned is true, and the request carries no signature.' },
  applies: ({ 'sp-metadata': metadata }) =>
    rolesOf(metadata, 'sp').some((role) => isTrue(role.authnRequestsSigned)) ||
    'The service provider does not promise signed requests.',
  run: ({ request, 'request-delivery': delivery }) => {
    if (request.element === undefined || isSigned(request, delivery)) return [];
    const where = locate('request', request.element, request.document);
    return [{ message: 'unsigned', expected: 'a signature', observed: 'none', where }];
  },
});
