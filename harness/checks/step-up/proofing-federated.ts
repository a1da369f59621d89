import { defineCheck } from '../../model/check.ts';
import { isForeign } from './_derive.ts';
import { atApi, callsOf, functionFix, madeDuring, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/proofing-federated',
  title: {
    holds: 'Only who signs up themselves is proofed by the trigger',
    fails: 'A proofing session is opened for somebody who does not sign up themselves',
  },
  why: 'A person who comes from an identity provider, or whom an administrator adds, is asked for documents again, and each costs.',
  fix: functionFix('Pre sign-up', 'Look at triggerSource, and go on only for PreSignUp_SignUp.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    refs.signUp('The trigger is called for PreSignUp_AdminCreateUser and PreSignUp_ExternalProvider too.'),
  ],
  messages: { opened: 'A session was opened at {source}.' },
  applies: ({ 'step-up': record }) =>
    callsOf(record, 'PreSignUp').some((call) => isForeign(call)) || 'Nobody came from elsewhere.',
  run: ({ 'step-up': record }) =>
    callsOf(record, 'PreSignUp')
      .filter((call) => isForeign(call))
      .flatMap((call) =>
        madeDuring(record, 'open-session', call).map((api) => ({
          message: 'opened' as const,
          data: { source: call.trigger.event.triggerSource },
          expected: 'no session',
          observed: 'a session',
          where: atApi(api),
        })),
      ),
});
