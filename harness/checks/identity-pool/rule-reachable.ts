import { defineCheck } from '../../model/check.ts';
import { at, fixes, hasRules, refs, rulesOf } from './_pool.ts';
import { covers, describeRule } from './_rules.ts';

export default defineCheck({
  id: 'identity-pool/rule-reachable',
  title: {
    holds: 'Every rule can be the first that matches',
    fails: 'A rule can never be the first that matches',
  },
  why: 'The first rule that matches counts: whoever this one is for gets the role of an earlier one.',
  fix: fixes.roles('Drag the narrower rule above the wider one, or delete it.'),
  judges: 'setup',
  needs: ['identity-pool'],
  refs: [refs.rules('Rules are evaluated in order, and the role of the first that matches is used.')],
  messages: {
    shadowed: 'Rule {number} matches only where rule {earlier} does, which gives another role.',
  },
  applies: hasRules,
  run: ({ 'identity-pool': record }) => {
    const rules = rulesOf(record);
    return rules.flatMap(({ rule, path }, index) => {
      const earlier = rules.slice(0, index).findIndex((one) => covers(one.rule, rule));
      if (earlier < 0) return [];
      return [
        {
          message: 'shadowed' as const,
          data: { number: index + 1, earlier: earlier + 1 },
          expected: 'a rule that no earlier one covers',
          observed: describeRule(rule),
          where: at(path),
        },
      ];
    });
  },
});
