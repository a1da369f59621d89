import { defineCheck } from '../../model/check.ts';
import { at, callsOf, functionFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/time-limit',
  title: { holds: 'Every function answers in time', fails: 'A function does not answer in time' },
  why: 'The user pool waits 5 seconds, asks three times, and then ends the sign-in; each attempt does its work again.',
  fix: functionFix('trigger', 'Give every call a time limit below the user pool’s, and wait for nobody.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.triggers('A function must respond within 5 seconds; the user pool tries three times.')],
  messages: {
    late: '{trigger} gave no answer within {limit} ms (attempt {attempt}).',
    slow: '{trigger} took {took} ms of {limit}.',
  },
  applies: ({ 'step-up': record }) => record.triggers.length > 0 || 'No function was called.',
  run: ({ 'step-up': record }) =>
    callsOf(record).flatMap((call) => {
      const { error, durationMs, limitMs, attempt } = call.trigger;
      const isLate = error?.kind === 'timeout';
      const isTimedOut = error?.errorType === 'Sandbox.Timedout';
      if (!isLate && !isTimedOut && durationMs <= limitMs) return [];
      return [
        {
          message: isLate ? ('late' as const) : ('slow' as const),
          data: isLate
            ? { trigger: call.name, limit: limitMs, attempt }
            : { trigger: call.name, took: durationMs, limit: limitMs },
          expected: `an answer within ${limitMs} ms`,
          observed: isLate ? 'no answer' : `${durationMs} ms`,
          where: at(call, 'durationMs'),
        },
      ];
    }),
});
