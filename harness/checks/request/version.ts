import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { quoteOrNothing } from '../metadata/_show.ts';

export default defineCheck({
  id: 'request/version',
  title: {
    holds: 'The AuthnRequest is of SAML version 2.0',
    fails: 'The AuthnRequest is not of SAML version 2.0',
  },
  why: 'The identity provider answers with VersionMismatch, or shows an error page.',
  fix: { console: 'Service provider', field: 'SAML settings', change: 'Choose SAML 2.0 as the protocol.' },
  judges: 'sp',
  needs: ['request'],
  refs: [{ document: 'saml-core', section: '3.2.1', says: 'The Version of a request is 2.0.' }],
  messages: { other: 'The Version is {version}; it has to be 2.0.' },
  run: ({ request: { document, element, version } }) => {
    if (element === undefined || version === '2.0') return [];
    const observed = quoteOrNothing(version);
    const where = locate('request', element, document, { attribute: 'Version' });
    return [{ message: 'other', data: { version: observed }, expected: '"2.0"', observed, where }];
  },
});
