import { defineCheck } from '../../model/check.ts';
import { resultsAsked, saidYesTo } from './_derive.ts';
import { at, functionFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/verify-pending',
  title: {
    holds: 'A result that is not there yet is no proof',
    fails: 'Verify says yes while the result is still pending',
  },
  why: 'The person was asked, and has not answered.',
  fix: functionFix('Verify auth challenge', 'Say yes only when the status of the result is completed.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The result has match_result and liveness_verified when the person has answered.')],
  messages: { yes: 'Verify says yes to a result with the status "pending".' },
  applies: ({ 'step-up': record }) => resultsAsked(record).length > 0 || 'Verify asked for no result.',
  run: ({ 'step-up': record }) =>
    saidYesTo(record, 'pending').map((call) => ({
      message: 'yes' as const,
      expected: 'answerCorrect: false',
      observed: 'answerCorrect: true',
      where: at(call, 'answer/response/answerCorrect'),
    })),
});
