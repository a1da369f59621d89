import { defineCheck } from '../../model/check.ts';
import { poolFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/outcome',
  title: {
    holds: 'The person gets what this case must end in',
    fails: 'The person gets something else than this case must end in',
  },
  why: 'Either somebody is kept out who belongs in, or somebody is in who does not.',
  fix: poolFix(
    'Extensions → Lambda triggers',
    'Look at the other findings: one of the functions decides otherwise.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('Step-up ends in tokens when LiveID was passed, and only then.')],
  messages: { other: 'It ended in "{actual}", and must end in "{expected}".' },
  run: ({ 'step-up': record }) =>
    record.outcome === record.wanted.outcome
      ? []
      : [
          {
            message: 'other' as const,
            data: { actual: record.outcome, expected: record.wanted.outcome },
            expected: record.wanted.outcome,
            observed: record.outcome,
            where: { artifact: 'step-up', path: '/outcome' } as const,
          },
        ],
});
