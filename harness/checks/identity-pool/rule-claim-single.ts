import { valuesOfClaim } from '../../aws/identity-pool/login.ts';
import { defineCheck } from '../../model/check.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { at, fixes, hasLogin, hasRules, loginOf, refs, rulesOf } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/rule-claim-single',
  title: {
    holds: 'Each claim that a rule asks for has one value',
    fails: 'A claim that a rule asks for has several values',
  },
  why: 'How AWS compares several values is not documented: the role may be another than expected.',
  fix: fixes.claims('Send one value, or an attribute of its own for each membership.'),
  judges: 'idp',
  needs: ['response', 'identity-pool'],
  refs: [refs.rules('A rule compares the value of the claim.')],
  messages: {
    several: '{claim} has the values {values}.',
  },
  applies: (given) => (hasLogin(given) === true ? hasRules(given) : hasLogin(given)),
  run: (given) => {
    const login = loginOf(given);
    if (login === undefined) return [];
    const claims = new Map(rulesOf(given['identity-pool']).map(({ rule, path }) => [rule.claim, path]));
    return [...claims].flatMap(([claim, path]) => {
      const values = valuesOfClaim(login, claim);
      if (values.length <= 1) return [];
      return [
        {
          message: 'several' as const,
          data: { claim: quote(claim), values: quoteAll(values) },
          expected: 'one value',
          observed: quoteAll(values),
          where: at(`${path}/claim`),
        },
      ];
    });
  },
});
