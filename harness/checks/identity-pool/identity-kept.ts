import { defineCheck } from '../../model/check.ts';
import { at, callsAnswered, fixes, hasCalls, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/identity-kept',
  title: {
    holds: 'Every call is about the identity that GetId gave',
    fails: 'A call is about another identity than GetId gave',
  },
  why: 'Somebody is taken for somebody else, or is told that logins do not match.',
  fix: fixes.application('Keep the identity of this login; do not take one from another session.'),
  judges: 'sp',
  needs: ['identity-pool'],
  refs: [refs.flow('GetId gives the identity, and GetCredentialsForIdentity credentials for it.')],
  messages: {
    other: '{operation} is about {found}; GetId gave {wanted}.',
  },
  applies: hasCalls,
  run: ({ 'identity-pool': record }) =>
    record.calls.flatMap((call, index) => {
      const wanted = callsAnswered(record, 'identity')[0]?.answer.identityId;
      const answered = call.answer.outcome === 'refused' ? undefined : call.answer.identityId;
      const found = call.identityId ?? answered;
      if (wanted === undefined || found === undefined || found === wanted) return [];
      return [
        {
          message: 'other' as const,
          data: { operation: call.operation, found, wanted },
          expected: wanted,
          observed: found,
          where: at(`/calls/${index}/identityId`),
        },
      ];
    }),
});
