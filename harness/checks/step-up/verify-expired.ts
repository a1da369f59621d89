import { defineCheck } from '../../model/check.ts';
import { resultsAsked, saidYesTo } from './_derive.ts';
import { at, functionFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/verify-expired',
  title: { holds: 'An expired challenge is no proof', fails: 'Verify says yes to an expired challenge' },
  why: 'Nobody answered in time, and the sign-in goes on as if somebody had.',
  fix: functionFix('Verify auth challenge', 'Say yes only when the status of the result is completed.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('A step-up is open for timeout_seconds.')],
  messages: { yes: 'Verify says yes to a result with the status "expired".' },
  applies: ({ 'step-up': record }) => resultsAsked(record).length > 0 || 'Verify asked for no result.',
  run: ({ 'step-up': record }) =>
    saidYesTo(record, 'expired').map((call) => ({
      message: 'yes' as const,
      expected: 'answerCorrect: false',
      observed: 'answerCorrect: true',
      where: at(call, 'answer/response/answerCorrect'),
    })),
});
