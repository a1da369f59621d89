import { defineCheck } from '../../model/check.ts';
import { resultsAsked } from './_derive.ts';
import { approvals, at, functionFix, refs, resultsDuring } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/verify-failure',
  title: {
    holds: 'An error of the service is no proof',
    fails: 'Verify says yes although the service gave no result',
  },
  why: 'Whoever disturbs the service steps up.',
  fix: functionFix(
    'Verify auth challenge',
    'Look at the HTTP status and at each field, and say no to everything else.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.owasp('Authorization', 'When something fails, access is denied.')],
  messages: { yes: 'Verify says yes although the service answered {status}.' },
  applies: ({ 'step-up': record }) => resultsAsked(record).length > 0 || 'Verify asked for no result.',
  run: ({ 'step-up': record }) =>
    approvals(record).flatMap((call) => {
      const asked = resultsDuring(record, call);
      const isGiven =
        asked.length === 0 ||
        asked.some(({ call: api, answered }) => api.status === 200 && answered?.status !== undefined);
      if (isGiven) return [];
      return [
        {
          message: 'yes' as const,
          data: { status: asked.at(-1)?.call.status ?? 'nothing' },
          expected: 'answerCorrect: false',
          observed: 'answerCorrect: true',
          where: at(call, 'answer/response/answerCorrect'),
        },
      ];
    }),
});
