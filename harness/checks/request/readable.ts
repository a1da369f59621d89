import { defineCheck } from '../../model/check.ts';
import { problemFaults } from '../metadata/_document.ts';

export default defineCheck({
  id: 'request/readable',
  title: {
    holds: 'The AuthnRequest decodes to plain, well-formed XML',
    fails: 'The AuthnRequest does not decode to plain, well-formed XML',
  },
  why: 'The identity provider shows an error page in place of the login.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → request binding',
    change:
      'Send the request as its binding says; if the product itself writes it so, report it to the vendor.',
  },
  judges: 'sp',
  needs: ['request'],
  readsBroken: true,
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.4.1',
      says: 'The message is compressed by DEFLATE, then encoded in base64, then for the URL.',
    },
    { document: 'saml-bindings', section: '3.5.4', says: 'In a form, the message is encoded in base64.' },
    { document: 'xml', section: '2', says: 'Only data that is well-formed is an XML document.' },
  ],
  messages: { unreadable: 'The AuthnRequest cannot be read: {problem}' },
  run: ({ request }) => problemFaults('request', request.document),
});
