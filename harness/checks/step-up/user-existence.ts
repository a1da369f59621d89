import { defineCheck } from '../../model/check.ts';
import { describeStart, unknownAsked } from './_derive.ts';
import { atPool, poolFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/user-existence',
  title: {
    holds: 'Somebody unknown is answered like everybody else',
    fails: 'Whether somebody is in the pool can be told from the answer',
  },
  why: 'An attacker learns whose phone to ring.',
  fix: poolFix(
    'App clients → the client → Prevent user existence errors',
    'Enable it, and let Define and Create go on when userNotFound is true.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    refs.page(
      'Managing error responses',
      'cognito-user-pool-managing-errors',
      'With PreventUserExistenceErrors, answers do not tell whether a user exists.',
    ),
  ],
  messages: { told: 'Somebody unknown is answered with {unknown}, somebody known with {known}.' },
  applies: ({ 'step-up': record }) =>
    unknownAsked(record).length > 0 || 'No sign-in of somebody unknown was tried beside that of a user.',
  run: ({ 'step-up': record }) =>
    unknownAsked(record).flatMap(({ call, position, known }) => {
      const unknown = describeStart(call.result);
      if (unknown === known) return [];
      return [
        {
          message: 'told' as const,
          data: { unknown, known },
          expected: known,
          observed: unknown,
          where: atPool(position),
        },
      ];
    }),
});
