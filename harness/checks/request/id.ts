import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { quote, quoteOrNothing } from '../metadata/_show.ts';
import { isNcName, mostRandomBits } from './_identifier.ts';

export default defineCheck({
  id: 'request/id',
  title: {
    holds: 'The ID of the AuthnRequest is an XML name that nobody can guess',
    fails: 'The ID of the AuthnRequest is no XML name, or can be guessed',
  },
  why: 'The ID ties the answer to this browser; one that can be guessed lets an attacker make an answer beforehand.',
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
      section: '1.3.4',
      says: 'An ID is an xs:ID; where it is random, two are equal with a probability of at most 2^-128, as values of 128 bits give.',
    },
  ],
  options: { minBits: 128 },
  messages: {
    absent: 'The AuthnRequest has no ID; one is required.',
    'not-a-name':
      'The ID {id} is no NCName; it begins with a letter or underscore and has no colon or space.',
    guessable: 'The ID {id} can hold {bits} random bits; {least} are needed.',
  },
  run: ({ request: { document, element, id } }, { options: { minBits } }) => {
    if (element === undefined) return [];
    const where = locate('request', element, document, { attribute: 'ID' });
    const expected = `an NCName with ${minBits} random bits`;
    const observed = quoteOrNothing(id);
    if (id === undefined) return [{ message: 'absent', expected, observed, where }];
    if (!isNcName(id)) return [{ message: 'not-a-name', data: { id: quote(id) }, expected, observed, where }];
    const bits = mostRandomBits(id);
    if (bits >= minBits) return [];
    return [
      { message: 'guessable', data: { id: quote(id), bits, least: minBits }, expected, observed, where },
    ];
  },
});
