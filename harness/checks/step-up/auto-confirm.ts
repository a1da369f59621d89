import { defineCheck } from '../../model/check.ts';
import { at, callsOf, functionFix, hasCall, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/auto-confirm',
  title: {
    holds: 'Nobody is confirmed before anything is proved',
    fails: 'Somebody is confirmed as soon as they sign up',
  },
  why: 'Not even the e-mail address is theirs for sure, and they can sign in.',
  fix: functionFix('Pre sign-up', 'Leave autoConfirmUser false.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    refs.signUp('autoConfirmUser confirms the user at once.'),
    refs.kosmos('The pre sign-up function leaves autoConfirmUser false.'),
  ],
  messages: { confirmed: 'The pre sign-up function answers autoConfirmUser: true.' },
  applies: ({ 'step-up': record }) => hasCall(record, 'PreSignUp'),
  run: ({ 'step-up': record }) =>
    callsOf(record, 'PreSignUp')
      .filter(
        ({ response, trigger }) =>
          trigger.event.triggerSource === 'PreSignUp_SignUp' && response?.autoConfirmUser === true,
      )
      .map((call) => ({
        message: 'confirmed' as const,
        expected: 'false',
        observed: 'true',
        where: at(call, 'answer/response/autoConfirmUser'),
      })),
});
