import { defineCheck } from '../../model/check.ts';
import { violationFaults } from '../metadata/_document.ts';
import { isResponse } from './_response.ts';

export default defineCheck({
  id: 'response/schema',
  title: {
    holds: 'The Response is valid by the SAML schemas',
    fails: 'The Response breaks the SAML schemas',
  },
  why: 'Strict service providers refuse it; lenient ones guess what was meant, each in its own way.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application',
    change: 'Report the defect to the vendor of the identity provider: settings seldom cause it.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '3.3.3',
      says: 'A Response has the attributes and elements of its type, in the order that the schema gives.',
    },
    {
      document: 'saml-core',
      section: '2.3.3',
      says: 'An Assertion has the attributes and elements of its type, in the order that the schema gives.',
    },
  ],
  messages: { violation: 'The Response breaks the schema: {violation}' },
  applies: ({ response }) => isResponse(response),
  run: ({ response }) => violationFaults('response', response.document, response.schemaFaults ?? []),
});
