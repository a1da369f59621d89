import { poolLimits } from '../../aws/identity-pool/limits.ts';
import { defineCheck } from '../../model/check.ts';
import { at, fixes, hasRules, mappingOf, refs, rulesOf } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/rule-count',
  title: {
    holds: 'A provider has at most 25 rules',
    fails: 'The provider has more than 25 rules',
  },
  why: 'AWS takes 25 for each provider unless the quota was raised.',
  fix: fixes.roles('Put rules together by Contains or StartsWith, or ask for a higher quota.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.rules('Up to 25 rules can be made for each provider.')],
  options: { max: poolLimits.rulesPerProvider as number },
  messages: {
    many: 'The provider has {count} rules.',
  },
  applies: hasRules,
  run: ({ 'identity-pool': record }, { options: { max } }) => {
    const count = rulesOf(record).length;
    if (count <= max) return [];
    return [
      {
        message: 'many' as const,
        data: { count },
        expected: `at most ${max}`,
        observed: String(count),
        where: at(`${mappingOf(record)?.path}/rules`),
      },
    ];
  },
});
