import { defineCheck, type Fault } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { at, hasAssertion } from './_assertions.ts';

/** NCName as XML names are used in practice: a letter or underscore first, never a colon. */
const ncName = /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u;

/** What 128 bits take when written with the 65 ASCII characters that an XML name may have. */
const leastLength = 22;

export default defineCheck({
  id: 'assertion/id',
  title: {
    holds: "The assertion's ID is an XML name that is long enough to be unique",
    fails: "The assertion's ID is absent, no XML name, or too short to be unique",
  },
  why: 'The signature refers to the assertion by its ID, and replays are told by it; IDs that repeat make genuine logins look like replays.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application',
    change: 'Report the defect to the vendor: the product makes the ID, no field sets it.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '1.3.4',
      says: 'An ID is an xs:ID; where it is random, two are equal with a probability of at most 2^-128, as values of 128 bits give.',
    },
  ],
  messages: {
    absent: 'The assertion has no ID; one is required.',
    'no-name': 'The ID {id} is no XML name; it begins with a letter or underscore and has no colon or space.',
    short: 'The ID {id} has {length} characters, too few for 128 random bits.',
  },
  applies: hasAssertion,
  run: ({ response }) =>
    response.assertions.flatMap(({ element, id }): Fault<'absent' | 'no-name' | 'short'>[] => {
      const where = at(response, element, 'ID');
      const expected = `an XML name of at least ${leastLength} characters`;
      if (id === undefined) return [{ message: 'absent', expected, observed: 'nothing', where }];
      const data = { id: quote(id), length: id.length };
      if (!ncName.test(id)) return [{ message: 'no-name', data, expected, observed: quote(id), where }];
      return id.length < leastLength
        ? [{ message: 'short', data, expected, observed: quote(id), where }]
        : [];
    }),
});
