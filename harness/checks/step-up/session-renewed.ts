import { defineCheck } from '../../model/check.ts';
import { atPool, describePoolCall, poolFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/session-renewed',
  title: { holds: 'Every challenge has a Session of its own', fails: 'Two challenges have the same Session' },
  why: 'An old answer fits a new question.',
  fix: poolFix('App clients → the client', 'Report it: a user pool gives a new Session with each challenge.'),
  judges: 'sp',
  needs: ['step-up'],
  refs: [
    refs.page(
      'Custom authentication challenge triggers',
      'user-pool-lambda-challenge',
      'Each challenge comes with a new Session.',
    ),
  ],
  messages: { same: '{call} gave a Session that had been given before.' },
  applies: ({ 'step-up': record }) =>
    record.poolCalls.some(({ result }) => result.kind === 'challenge') || 'No challenge was given.',
  run: ({ 'step-up': record }) =>
    record.poolCalls.flatMap((call, position) => {
      const { result } = call;
      const isSame =
        result.kind === 'challenge' &&
        record.poolCalls
          .slice(0, position)
          .some((one) => one.result.kind === 'challenge' && one.result.session === result.session);
      if (!isSame) return [];
      return [
        {
          message: 'same' as const,
          data: { call: describePoolCall(call) },
          expected: 'a new Session',
          observed: 'an old one',
          where: atPool(position),
        },
      ];
    }),
});
