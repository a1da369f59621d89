import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { quote, quoteOrNothing } from '../metadata/_show.ts';
import { isNcName, mostRandomBits } from '../request/_identifier.ts';
import { isResponse } from './_response.ts';

export default defineCheck({
  id: 'response/id',
  title: {
    holds: 'The ID of the Response is a fresh XML name that nobody can guess',
    fails: 'The ID of the Response is no XML name, can be guessed, or is taken over from the request',
  },
  why: 'Service providers remember IDs to refuse replays; one that repeats is refused, one that is no name breaks signing.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application',
    change: 'Report the defect to the vendor of the identity provider: settings do not cause it.',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['request', 'setup'],
  refs: [
    {
      document: 'saml-core',
      section: '1.3.4',
      says: 'An ID is an xs:ID; where it is random, two are equal with a probability of at most 2^-128, as values of 128 bits give.',
    },
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'ID identifies the response; InResponseTo refers to the request.',
    },
  ],
  options: { minBits: 128 },
  messages: {
    absent: 'The Response has no ID; one is required.',
    'not-a-name':
      'The ID {id} is no NCName; it begins with a letter or underscore and has no colon or space.',
    guessable: 'The ID {id} can hold {bits} random bits; {least} are needed.',
    'of-request': 'The ID {id} is that of the AuthnRequest; the Response needs one of its own.',
  },
  applies: ({ response }) => isResponse(response),
  run: ({ response: { document, element, id }, request, setup }, { options: { minBits } }) => {
    if (element === undefined) return [];
    const where = locate('response', element, document, { attribute: 'ID' });
    const expected = `a fresh NCName with ${minBits} random bits`;
    const observed = quoteOrNothing(id);
    if (id === undefined) return [{ message: 'absent', expected, observed, where }];
    const bits = mostRandomBits(id);
    const data = { id: quote(id), bits, least: minBits };
    if (!isNcName(id)) return [{ message: 'not-a-name', data, expected, observed, where }];
    if (id === (request?.id ?? setup?.requestId))
      return [{ message: 'of-request', data, expected, observed, where }];
    return bits >= minBits ? [] : [{ message: 'guessable', data, expected, observed, where }];
  },
});
