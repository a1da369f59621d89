import { defineCheck, type Fault } from '../../model/check.ts';
import { at, callsOf, functionFix, hasCall, historyOf, quote, refs, textOf } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/define-decides',
  title: {
    holds: 'Define decides on one thing each time',
    fails: 'Define decides on nothing, or on two things',
  },
  why: 'Without a decision the sign-in ends with an error; with two, what happens is the user pool’s choice.',
  fix: functionFix(
    'Define auth challenge',
    'Set issueTokens and failAuthentication each time, and a challengeName when both are false.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.define('The function issues tokens, fails the authentication, or names the next challenge.')],
  messages: {
    none: 'Define decides on nothing after {past} challenges.',
    both: 'Define issues tokens and fails the sign-in at once.',
  },
  applies: ({ 'step-up': record }) => hasCall(record, 'DefineAuthChallenge'),
  run: ({ 'step-up': record }) =>
    callsOf(record, 'DefineAuthChallenge').flatMap((call): readonly Fault<'none' | 'both'>[] => {
      const { response } = call;
      if (response === undefined) return [];
      const tokens = response.issueTokens === true;
      const fails = response.failAuthentication === true;
      const names = textOf(response.challengeName) !== '';
      if (tokens && fails)
        return [
          {
            message: 'both' as const,
            expected: 'one decision',
            observed: 'two',
            where: at(call, 'answer/response'),
          },
        ];
      if (tokens || fails || names) return [];
      return [
        {
          message: 'none' as const,
          data: { past: historyOf(call).length },
          expected: 'tokens, failure, or a challenge',
          observed: quote(response),
          where: at(call, 'answer/response'),
        },
      ];
    }),
});
