import { matchTypes } from '../../aws/identity-pool/limits.ts';
import { defineCheck } from '../../model/check.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { at, fixes, hasRules, refs, rulesOf } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/rule-operator',
  title: {
    holds: 'Every rule compares by an operator that AWS knows',
    fails: 'A rule compares by an operator that AWS does not know',
  },
  why: 'AWS refuses the rule; in a file it is a slip of the pen.',
  fix: fixes.roles('Choose Equals, NotEqual, Contains or StartsWith.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.rules('The match type is Equals, NotEqual, StartsWith or Contains.')],
  messages: {
    wrong: 'Rule {number} compares by {found}.',
  },
  applies: hasRules,
  run: ({ 'identity-pool': record }) =>
    rulesOf(record).flatMap(({ rule, path }, index) =>
      matchTypes.some((known) => known === rule.matchType)
        ? []
        : [
            {
              message: 'wrong' as const,
              data: { number: index + 1, found: quote(rule.matchType) },
              expected: quoteAll(matchTypes),
              observed: quote(rule.matchType),
              where: at(`${path}/matchType`),
            },
          ],
    ),
});
