import { defineCheck } from '../../model/check.ts';
import { STATUS } from '../../saml/namespaces.ts';
import { locate } from '../../saml/tree.ts';
import { quoteOrNothing } from '../metadata/_show.ts';
import { isResponse } from './_response.ts';

export default defineCheck({
  id: 'response/status',
  title: {
    holds: 'The Response says Success exactly when it carries an assertion',
    fails: 'The Response says Success without an assertion, or carries one without saying Success',
  },
  why: 'The service provider cannot tell whether the person is logged in; safe ones refuse.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application',
    change: 'Look in the audit log for why no assertion was issued; check that the person is assigned.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'An error response carries no assertion; a successful one carries at least one.',
    },
    { document: 'saml-core', section: '3.2.2.2', says: 'Success is the code for a request that was met.' },
  ],
  messages: {
    absent: 'The Response has no Status with a code; one is required.',
    'nothing-issued': 'The status is Success, but the Response carries no assertion.',
    'issued-all-the-same': 'The status is {code}, but the Response carries an assertion.',
  },
  applies: ({ response }) => isResponse(response),
  run: ({ response }) => {
    const { document, element, status, assertions, encryptedAssertions } = response;
    if (element === undefined) return [];
    const where = locate('response', status?.element ?? element, document);
    const code = status?.code;
    if (code === undefined)
      return [{ message: 'absent', expected: 'a StatusCode', observed: 'nothing', where }];
    const count = assertions.length + encryptedAssertions.length;
    if ((code === STATUS.success) === count > 0) return [];
    const shown = quoteOrNothing(code);
    if (count === 0) {
      return [{ message: 'nothing-issued', expected: 'an assertion', observed: 'no assertion', where }];
    }
    const observed = `${shown} with ${count} assertion${count === 1 ? '' : 's'}`;
    return [
      { message: 'issued-all-the-same', data: { code: shown }, expected: STATUS.success, observed, where },
    ];
  },
});
