import { defineCheck } from '../../model/check.ts';
import { at, callsOf, functionFix, hasCall, historyOf, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/define-verified',
  title: {
    holds: 'Tokens are issued only after a right answer',
    fails: 'Tokens are issued without a right answer',
  },
  why: 'Whoever knows a user name signs in.',
  fix: functionFix(
    'Define auth challenge',
    'Issue tokens only when the last challenge has challengeResult true.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.define('Check the result of the last challenge before tokens are issued.')],
  messages: { unverified: 'Define issues tokens although {state}.' },
  applies: ({ 'step-up': record }) => hasCall(record, 'DefineAuthChallenge'),
  run: ({ 'step-up': record }) =>
    callsOf(record, 'DefineAuthChallenge').flatMap((call) => {
      const last = historyOf(call).at(-1);
      if (call.response?.issueTokens !== true || last?.challengeResult === true) return [];
      const state = last === undefined ? 'there was no challenge' : 'the last answer was wrong';
      return [
        {
          message: 'unverified' as const,
          data: { state },
          expected: 'no tokens',
          observed: 'issueTokens: true',
          where: at(call, 'answer/response/issueTokens'),
        },
      ];
    }),
});
