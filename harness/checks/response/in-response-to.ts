import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { quote, quoteOrNothing } from '../metadata/_show.ts';
import { isResponse } from './_response.ts';

export default defineCheck({
  id: 'response/in-response-to',
  title: {
    holds: 'The Response names the request that it answers, and none when it answers none',
    fails: 'The Response does not name the request that it answers, or names one that was not made',
  },
  why: 'The service provider refuses an answer to a question that this browser did not ask.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → sign-on mode',
    change: 'Allow logins that start at the service provider, and answer each request once.',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['request', 'setup'],
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'InResponseTo is the ID of the request; it is absent when the response answers none.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.5',
      says: 'An unsolicited response must not contain an InResponseTo.',
    },
  ],
  messages: {
    other: 'InResponseTo is {found}; the request has the ID {wanted}.',
    absent: 'The Response has no InResponseTo; the request has the ID {wanted}.',
    unsolicited: 'InResponseTo is {found}, though the identity provider started the login.',
  },
  applies: ({ response, request, setup }) => {
    if (isResponse(response) !== true) return isResponse(response);
    return (
      setup?.initiatedBy === 'idp' ||
      (setup?.requestId ?? request?.id) !== undefined ||
      'It is not known whether there was a request.'
    );
  },
  run: ({ response: { document, element, inResponseTo }, request, setup }) => {
    if (element === undefined) return [];
    const where = locate('response', element, document, { attribute: 'InResponseTo' });
    const observed = quoteOrNothing(inResponseTo);
    if (setup?.initiatedBy === 'idp') {
      if (inResponseTo === undefined) return [];
      return [{ message: 'unsolicited', data: { found: observed }, expected: 'nothing', observed, where }];
    }
    const wanted = setup?.requestId ?? request?.id ?? '';
    if (inResponseTo === wanted) return [];
    const data = { found: observed, wanted: quote(wanted) };
    const message = inResponseTo === undefined ? 'absent' : 'other';
    return [{ message, data, expected: data.wanted, observed, where }];
  },
});
