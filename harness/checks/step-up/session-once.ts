import { defineCheck } from '../../model/check.ts';
import { atPool, describePoolCall, poolFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/session-once',
  title: { holds: 'A Session is answered once', fails: 'A Session is answered more than once' },
  why: 'Who sees one answer can send it again.',
  fix: poolFix('App clients → the client', 'Report it: a user pool takes a Session once.'),
  judges: 'sp',
  needs: ['step-up'],
  refs: [
    refs.page(
      'Custom authentication challenge triggers',
      'user-pool-lambda-challenge',
      'Each answer needs the Session of the last reply.',
    ),
  ],
  messages: { again: '{call} was accepted with a Session that had been answered before.' },
  applies: ({ 'step-up': record }) =>
    record.poolCalls.some(({ session }) => session !== undefined) || 'No challenge was answered.',
  run: ({ 'step-up': record }) =>
    record.poolCalls.flatMap((call, position) => {
      const isAgain =
        call.session !== undefined &&
        call.result.kind !== 'refused' &&
        record.poolCalls.slice(0, position).some(({ session }) => session === call.session);
      if (!isAgain) return [];
      return [
        {
          message: 'again' as const,
          data: { call: describePoolCall(call) },
          expected: 'NotAuthorizedException',
          observed: call.result.kind,
          where: atPool(position, 'session'),
        },
      ];
    }),
});
