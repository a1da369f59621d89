import { defineCheck } from '../../model/check.ts';
import { at, fixes, hasCalls, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/call-unsigned',
  title: {
    holds: 'No call is signed with somebody’s AWS keys',
    fails: 'A call is signed with somebody’s AWS keys',
  },
  why: 'GetId, GetCredentialsForIdentity and GetOpenIdToken need no keys. An application that signs them carries long-term keys where its users can find them.',
  fix: fixes.application('Take the keys out of the application, and make new ones: they are known.'),
  judges: 'sp',
  needs: ['identity-pool'],
  refs: [refs.api('The operation needs no credentials: it is public.')],
  messages: {
    signed: '{operation} is signed.',
  },
  applies: hasCalls,
  run: ({ 'identity-pool': record }) =>
    record.calls.flatMap((call, index) => {
      const { operation, signed } = call;
      if (!signed || operation === 'GetOpenIdTokenForDeveloperIdentity') return [];
      return [
        {
          message: 'signed' as const,
          data: { operation },
          expected: 'no Authorization header',
          observed: 'a signature',
          where: at(`/calls/${index}/signed`),
        },
      ];
    }),
});
