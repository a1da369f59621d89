import { defineCheck } from '../../model/check.ts';
import { problemFaults } from '../metadata/_document.ts';

export default defineCheck({
  id: 'response/readable',
  title: {
    holds: 'The Response decodes to plain, well-formed XML',
    fails: 'The Response does not decode to plain, well-formed XML',
  },
  why: 'The service provider shows an error page; one that reads it all the same may be led astray by it.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application',
    change: 'Report the defect to the vendor of the identity provider: settings do not cause it.',
  },
  judges: 'idp',
  needs: ['response'],
  readsBroken: true,
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.4',
      says: 'The message travels in a form field, encoded in base64.',
    },
    { document: 'xml', section: '2', says: 'Only data that is well-formed is an XML document.' },
    {
      document: 'owasp',
      section: 'XML External Entity Prevention Cheat Sheet, General Guidance',
      says: 'Switching DTDs off altogether is the safest defence against external entities and entity expansion.',
    },
  ],
  messages: { unreadable: 'The Response cannot be read: {problem}' },
  run: ({ response }) => problemFaults('response', response.document),
});
