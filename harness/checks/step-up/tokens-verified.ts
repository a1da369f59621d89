import { defineCheck } from '../../model/check.ts';
import { atPool, describePoolCall, functionFix, refs, stepUps } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/tokens-verified',
  title: {
    holds: 'Tokens are given only after the person approved on the phone',
    fails: 'Tokens are given although the person did not approve on the phone',
  },
  why: 'The step-up proves nothing.',
  fix: functionFix(
    'Verify auth challenge',
    'Say yes only to the completed result of this sign-in’s own challenge.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The result from 1Kosmos is validated before tokens are issued.')],
  messages: {
    unproved: '{call} ended in tokens, and {user} approved no challenge of their own.',
    spent: '{call} ended in tokens on an approval that had been used before.',
  },
  applies: ({ 'step-up': record }) => stepUps(record).length > 0 || 'No step-up ended in tokens.',
  run: ({ 'step-up': record }) =>
    stepUps(record).flatMap(({ call, position }, index) => {
      const link = record.person.after?.attributes[record.wanted.linkAttribute] ?? '';
      const proved = record.challenges.filter(
        ({ userId, decision }) =>
          userId === link && decision?.match === true && decision.liveness && decision.by === link,
      );
      if (proved.length > index) return [];
      const message = proved.length === 0 ? ('unproved' as const) : ('spent' as const);
      return [
        {
          message,
          data: {
            call: describePoolCall(call),
            ...(message === 'unproved' ? { user: call.userName ?? 'the user' } : {}),
          },
          expected: 'an approval of this person for each step-up',
          observed: `${proved.length} approvals for ${index + 1} step-ups`,
          where: atPool(position),
        },
      ];
    }),
});
