import { defineCheck } from '../../model/check.ts';
import { at, callsOf, functionFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/define-user-not-found',
  title: {
    holds: 'Nobody unknown gets tokens',
    fails: 'Tokens are decided on for somebody who is not in the pool',
  },
  why: 'Only the user pool’s own check is left between an unknown name and tokens.',
  fix: functionFix('Define auth challenge', 'Look at userNotFound, and never issue tokens when it is true.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.define('userNotFound is true when the user does not exist and the app client hides that.')],
  messages: { tokens: 'Define issues tokens although userNotFound is true.' },
  applies: ({ 'step-up': record }) =>
    callsOf(record, 'DefineAuthChallenge').some(({ request }) => request.userNotFound === true) ||
    'Define was asked about users of the pool only.',
  run: ({ 'step-up': record }) =>
    callsOf(record, 'DefineAuthChallenge')
      .filter(({ request, response }) => request.userNotFound === true && response?.issueTokens === true)
      .map((call) => ({
        message: 'tokens' as const,
        expected: 'no tokens',
        observed: 'issueTokens: true',
        where: at(call, 'answer/response/issueTokens'),
      })),
});
