import { defineCheck } from '../../model/check.ts';
import { completedYes, resultsAsked } from './_derive.ts';
import { at, functionFix, quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/verify-liveness',
  title: {
    holds: 'A picture of a face is no proof',
    fails: 'Verify says yes although the liveness was not verified',
  },
  why: 'A picture of the person is enough.',
  fix: functionFix('Verify auth challenge', 'Say yes only when liveness_verified is true, as a boolean.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The answer is right when match_result and liveness_verified are true.')],
  messages: { yes: 'Verify says yes although liveness_verified is {value}.' },
  applies: ({ 'step-up': record }) => resultsAsked(record).length > 0 || 'Verify asked for no result.',
  run: ({ 'step-up': record }) =>
    completedYes(record)
      .filter(({ api }) => api.answered?.liveness_verified !== true)
      .map(({ call, api }) => ({
        message: 'yes' as const,
        data: { value: quote(api.answered?.liveness_verified) },
        expected: 'answerCorrect: false',
        observed: 'answerCorrect: true',
        where: at(call, 'answer/response/answerCorrect'),
      })),
});
