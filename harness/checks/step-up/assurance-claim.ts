import { defineCheck } from '../../model/check.ts';
import { atPool, functionFix, quote, refs, stepUps } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/assurance-claim',
  title: { holds: 'The ID token says what was proved', fails: 'The ID token does not say what was proved' },
  why: 'What depends on it cannot tell a step-up from an everyday sign-in.',
  fix: functionFix('Pre token generation', 'Add the claims of step-up and of the identity assurance level.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    refs.tokens('claimsToAddOrOverride adds claims to the ID token.'),
    refs.kosmos('Access decisions are tied to identity assurance level claims.'),
  ],
  messages: { missing: 'The ID token has no claim "{claim}".', low: 'The claim "{claim}" is {value}.' },
  applies: ({ 'step-up': record }) => stepUps(record).length > 0 || 'No step-up ended in tokens.',
  run: ({ 'step-up': record }) =>
    stepUps(record).flatMap(({ position, result }) => {
      const { assurance, stepUp } = record.wanted.claims;
      const level = result.id[assurance];
      const missing = [assurance, stepUp].filter((claim) => result.id[claim] === undefined);
      const isLow = level !== undefined && !(Number(level) >= record.wanted.minimumAssurance);
      const where = atPool(position, 'result/id');
      return [
        ...missing.map((claim) => ({
          message: 'missing' as const,
          data: { claim },
          expected: `the claim ${claim}`,
          observed: 'none',
          where,
        })),
        ...(isLow
          ? [
              {
                message: 'low' as const,
                data: { claim: assurance, value: quote(level) },
                expected: `at least ${record.wanted.minimumAssurance}`,
                observed: quote(level),
                where,
              },
            ]
          : []),
      ];
    }),
});
