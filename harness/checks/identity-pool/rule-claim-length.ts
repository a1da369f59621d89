import { poolLimits } from '../../aws/identity-pool/limits.ts';
import { within } from '../../aws/limits.ts';
import { defineCheck } from '../../model/check.ts';
import { at, fixes, hasRules, refs, rulesOf } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/rule-claim-length',
  title: {
    holds: 'Every claim of a rule has at most 64 characters',
    fails: 'A claim of a rule has more than 64 characters',
  },
  why: 'AWS refuses the rule: long claim names such as those of the e-mail address in WS-Federation cannot be used.',
  fix: fixes.claims('Send the attribute under a shorter name as well, and name that in the rule.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.api('Claim of a mapping rule has 1 to 64 characters.')],
  messages: {
    wrong: 'The claim of rule {number} has {length} characters.',
  },
  applies: hasRules,
  run: ({ 'identity-pool': record }) =>
    rulesOf(record).flatMap(({ rule, path }, index) =>
      within(rule.claim.length, poolLimits.claimLength)
        ? []
        : [
            {
              message: 'wrong' as const,
              data: { number: index + 1, length: rule.claim.length },
              expected: '1 to 64 characters',
              observed: `${rule.claim.length} characters`,
              where: at(`${path}/claim`),
            },
          ],
    ),
});
