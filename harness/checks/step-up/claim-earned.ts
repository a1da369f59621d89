import { defineCheck } from '../../model/check.ts';
import { otherTokens } from './_derive.ts';
import { atPool, describePoolCall, functionFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/claim-earned',
  title: {
    holds: 'Only a step-up gives the claim of one',
    fails: 'A token has the claim of a step-up that did not happen',
  },
  why: 'An everyday sign-in, or a token that was merely renewed, reaches what needs a LiveID.',
  fix: functionFix(
    'Pre token generation',
    'Add the claim only for the app client of step-up, and not when tokens are refreshed.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.tokens('triggerSource tells a sign-in from a refresh, callerContext names the app client.')],
  messages: { unearned: '{call} gave an ID token with the claim "{claim}".' },
  applies: ({ 'step-up': record }) =>
    otherTokens(record).length > 0 || 'No tokens were given but by step-up.',
  run: ({ 'step-up': record }) =>
    otherTokens(record)
      .filter(({ result }) => result.id[record.wanted.claims.stepUp] !== undefined)
      .map(({ call, position }) => ({
        message: 'unearned' as const,
        data: { call: describePoolCall(call), claim: record.wanted.claims.stepUp },
        expected: 'no such claim',
        observed: 'the claim',
        where: atPool(position, 'result/id'),
      })),
});
