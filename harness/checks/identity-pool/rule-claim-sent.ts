import { valuesOfClaim } from '../../aws/identity-pool/login.ts';
import { defineCheck } from '../../model/check.ts';
import { quote, quoteAll, quoteOrNothing } from '../metadata/_show.ts';
import { at, fixes, hasLogin, hasRules, loginOf, refs, rulesOf } from './_pool.ts';
import { isUsable } from './_rules.ts';

export default defineCheck({
  id: 'identity-pool/rule-claim-sent',
  title: {
    holds: 'The assertion has every claim that a rule asks for',
    fails: 'The assertion lacks a claim that a rule asks for',
  },
  why: 'The rule never matches, and NotEqual is not even asked: people get the default role, or nothing.',
  fix: fixes.claims('Send the attribute by exactly the name of the rule; case counts.'),
  judges: 'idp',
  needs: ['response', 'identity-pool'],
  refs: [
    refs.rules(
      'The claims of the SAML assertion can be used in rules; NotEqual is not evaluated if the claim is absent.',
    ),
  ],
  messages: {
    absent: 'Rule {number} asks for {claim}, which the assertion does not have.',
    case: 'Rule {number} asks for {claim}; the assertion has {near}.',
  },
  applies: (given) => (hasLogin(given) === true ? hasRules(given) : hasLogin(given)),
  run: (given) => {
    const login = loginOf(given);
    if (login === undefined) return [];
    return rulesOf(given['identity-pool']).flatMap(({ rule, path }, index) => {
      // Claims that AWS does not take are told by checks of their own.
      if (!isUsable(rule.claim) || valuesOfClaim(login, rule.claim).length > 0) return [];
      const near = login.attributes.find(({ name }) => name.toLowerCase() === rule.claim.toLowerCase())?.name;
      return [
        {
          message: near === undefined ? ('absent' as const) : ('case' as const),
          data: { number: index + 1, claim: quote(rule.claim), near: quoteOrNothing(near) },
          expected: quote(rule.claim),
          observed: quoteAll(login.attributes.map(({ name }) => name)),
          where: at(`${path}/claim`),
        },
      ];
    });
  },
});
