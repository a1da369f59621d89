import { defineCheck } from '../../model/check.ts';
import { completedYes, resultsAsked } from './_derive.ts';
import { at, functionFix, quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/verify-match',
  title: {
    holds: 'A face that does not match is no proof',
    fails: 'Verify says yes although the face does not match',
  },
  why: 'Somebody else looked into the phone.',
  fix: functionFix('Verify auth challenge', 'Say yes only when match_result is true, as a boolean.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The answer is right when match_result and liveness_verified are true.')],
  messages: { yes: 'Verify says yes although match_result is {value}.' },
  applies: ({ 'step-up': record }) => resultsAsked(record).length > 0 || 'Verify asked for no result.',
  run: ({ 'step-up': record }) =>
    completedYes(record)
      .filter(({ api }) => api.answered?.match_result !== true)
      .map(({ call, api }) => ({
        message: 'yes' as const,
        data: { value: quote(api.answered?.match_result) },
        expected: 'answerCorrect: false',
        observed: 'answerCorrect: true',
        where: at(call, 'answer/response/answerCorrect'),
      })),
});
