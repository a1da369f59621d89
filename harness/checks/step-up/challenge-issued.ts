import { defineCheck } from '../../model/check.ts';
import { firstDefines } from './_derive.ts';
import { at, functionFix, quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/challenge-issued',
  title: {
    holds: 'A high-value request is answered with the challenge of step-up',
    fails: 'A high-value request is not answered with the challenge of step-up',
  },
  why: 'The application has nothing to ask the person for, or goes on without asking.',
  fix: functionFix('Define auth challenge', 'Name CUSTOM_CHALLENGE when the sign-in begins.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('A LiveID challenge is inserted as a CUSTOM_CHALLENGE.')],
  messages: { other: 'Define begins the sign-in of {user} with {decision}.' },
  applies: ({ 'step-up': record }) =>
    firstDefines(record).length > 0 || 'No sign-in of somebody who can step up began.',
  run: ({ 'step-up': record }) =>
    firstDefines(record)
      .filter(({ response }) => response !== undefined && response.challengeName !== 'CUSTOM_CHALLENGE')
      .map((call) => ({
        message: 'other' as const,
        data: { user: call.trigger.event.userName, decision: quote(call.response) },
        expected: 'CUSTOM_CHALLENGE',
        observed: quote(call.response),
        where: at(call, 'answer/response/challengeName'),
      })),
});
