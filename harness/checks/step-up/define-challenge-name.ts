import { defineCheck } from '../../model/check.ts';
import { at, callsOf, functionFix, historyOf, quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/define-challenge-name',
  title: {
    holds: 'Tokens are issued only after the challenge of step-up',
    fails: 'Tokens are issued after another challenge than that of step-up',
  },
  why: 'A sign-in that starts with SRP has a first entry with result true: tokens without a password and without a LiveID.',
  fix: functionFix('Define auth challenge', 'Look at challengeName of the last challenge beside its result.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    refs.define('A sign-in by SRP has SRP_A and PASSWORD_VERIFIER in its session before custom challenges.'),
  ],
  messages: { other: 'Define issues tokens after {name}.' },
  applies: ({ 'step-up': record }) =>
    callsOf(record, 'DefineAuthChallenge').some((call) => historyOf(call).length > 0) ||
    'Define was asked at the start of sign-ins only.',
  run: ({ 'step-up': record }) =>
    callsOf(record, 'DefineAuthChallenge').flatMap((call) => {
      const last = historyOf(call).at(-1);
      const isOther = last?.challengeResult === true && last.challengeName !== 'CUSTOM_CHALLENGE';
      if (call.response?.issueTokens !== true || !isOther) return [];
      return [
        {
          message: 'other' as const,
          data: { name: quote(last.challengeName) },
          expected: 'tokens after CUSTOM_CHALLENGE only',
          observed: `tokens after ${quote(last.challengeName)}`,
          where: at(call, 'answer/response/issueTokens'),
        },
      ];
    }),
});
