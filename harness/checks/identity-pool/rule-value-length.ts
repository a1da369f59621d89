import { poolLimits } from '../../aws/identity-pool/limits.ts';
import { within } from '../../aws/limits.ts';
import { defineCheck } from '../../model/check.ts';
import { at, fixes, hasRules, refs, rulesOf } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/rule-value-length',
  title: {
    holds: 'Every value of a rule has at most 128 characters',
    fails: 'A value of a rule has no characters or more than 128',
  },
  why: 'AWS refuses the rule.',
  fix: fixes.roles('Shorten the value: StartsWith and Contains need a part only.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.api('Value of a mapping rule has 1 to 128 characters.')],
  messages: {
    wrong: 'The value of rule {number} has {length} characters.',
  },
  applies: hasRules,
  run: ({ 'identity-pool': record }) =>
    rulesOf(record).flatMap(({ rule, path }, index) =>
      within(rule.value.length, poolLimits.valueLength)
        ? []
        : [
            {
              message: 'wrong' as const,
              data: { number: index + 1, length: rule.value.length },
              expected: '1 to 128 characters',
              observed: `${rule.value.length} characters`,
              where: at(`${path}/value`),
            },
          ],
    ),
});
