import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { quoteOrNothing } from '../metadata/_show.ts';
import { isResponse } from './_response.ts';

export default defineCheck({
  id: 'response/version',
  title: { holds: 'The Response is of SAML version 2.0', fails: 'The Response is not of SAML version 2.0' },
  why: 'The service provider refuses a message of a version that it does not speak.',
  fix: { console: 'Identity provider', field: 'SAML application → protocol', change: 'Choose SAML 2.0.' },
  judges: 'idp',
  needs: ['response'],
  refs: [{ document: 'saml-core', section: '3.2.2', says: 'The Version of a response is 2.0.' }],
  messages: { other: 'The Version is {version}; it has to be 2.0.' },
  applies: ({ response }) => isResponse(response),
  run: ({ response: { document, element, version } }) => {
    if (element === undefined || version === '2.0') return [];
    const observed = quoteOrNothing(version);
    const where = locate('response', element, document, { attribute: 'Version' });
    return [{ message: 'other', data: { version: observed }, expected: '"2.0"', observed, where }];
  },
});
