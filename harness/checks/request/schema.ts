import { defineCheck } from '../../model/check.ts';
import { violationFaults } from '../metadata/_document.ts';

export default defineCheck({
  id: 'request/schema',
  title: {
    holds: 'The AuthnRequest is valid by the SAML protocol schema',
    fails: 'The AuthnRequest breaks the SAML protocol schema',
  },
  why: 'Strict identity providers refuse it; lenient ones guess what was meant.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings',
    change: 'Report the defect to the vendor of the service provider: settings do not cause it.',
  },
  judges: 'sp',
  needs: ['request'],
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1',
      says: 'An AuthnRequest has the attributes and elements of its type, in the order that the schema gives.',
    },
  ],
  messages: { violation: 'The AuthnRequest breaks the schema: {violation}' },
  run: ({ request }) => violationFaults('request', request.document, request.schemaFaults ?? []),
});
