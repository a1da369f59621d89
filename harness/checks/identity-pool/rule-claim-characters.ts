import { poolLimits } from '../../aws/identity-pool/limits.ts';
import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { at, fixes, hasRules, refs, rulesOf } from './_pool.ts';

/** Anchored: the model's pattern speaks of the whole claim. */
const isWord = (claim: string) => new RegExp(`^(?:${poolLimits.claimPattern.source})$`, 'u').test(claim);

export default defineCheck({
  id: 'identity-pool/rule-claim-characters',
  title: {
    holds: 'Every claim of a rule is written without spaces',
    fails: 'A claim of a rule has a space or a control character',
  },
  why: 'AWS refuses the rule, or it never matches.',
  fix: fixes.claims('Send the attribute under a name without spaces, and name that in the rule.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.api('Claim of a mapping rule matches [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+.')],
  messages: {
    wrong: 'The claim of rule {number} is {claim}.',
  },
  applies: hasRules,
  run: ({ 'identity-pool': record }) =>
    rulesOf(record).flatMap(({ rule, path }, index) =>
      rule.claim === '' || isWord(rule.claim)
        ? []
        : [
            {
              message: 'wrong' as const,
              data: { number: index + 1, claim: quote(rule.claim) },
              expected: 'letters, digits and signs',
              observed: quote(rule.claim),
              where: at(`${path}/claim`),
            },
          ],
    ),
});
