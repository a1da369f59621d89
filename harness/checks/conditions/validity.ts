import { defineCheck, type Fault } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { at } from '../assertion/_assertions.ts';
import { duration } from '../metadata/_show.ts';
import { conditionsOf, hasConditions } from './_conditions.ts';

export default defineCheck({
  id: 'conditions/validity',
  title: {
    holds: 'The assertion is valid for an hour at most',
    fails: 'The assertion is valid for more than an hour, or without end',
  },
  why: 'As long as it is valid, a stolen copy can be worth a login; the service provider has to remember it that long against replay.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → assertion validity',
    change: 'Set the validity to five minutes; the length of the session is set elsewhere.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.2',
      says: 'NotBefore and NotOnOrAfter limit the validity of the assertion; either may be left out.',
    },
    {
      assumption: 'One hour suffices for any login.',
      known: 'The standard gives no number; products send from two minutes to one hour.',
    },
  ],
  options: { maxValidityMs: 3_600_000 },
  messages: {
    endless: 'Conditions has no NotOnOrAfter, so that the assertion is valid for ever.',
    long: 'The assertion is valid for {length}; {limit} is enough.',
  },
  applies: hasConditions,
  run: ({ response }, { now, options: { maxValidityMs } }) =>
    conditionsOf(response).flatMap(({ element, notBefore, notOnOrAfter }): Fault<'endless' | 'long'>[] => {
      const expected = `at most ${duration(maxValidityMs)}`;
      if (notOnOrAfter === undefined)
        return [{ message: 'endless', expected, observed: 'no end', where: at(response, element) }];
      const end = parseInstant(notOnOrAfter)?.ms;
      const length = (end ?? 0) - (parseInstant(notBefore)?.ms ?? now);
      if (end === undefined || length <= maxValidityMs) return [];
      const data = { length: duration(length), limit: duration(maxValidityMs) };
      const where = at(response, element, 'NotOnOrAfter');
      return [{ message: 'long', data, expected, observed: duration(length), where }];
    }),
});
