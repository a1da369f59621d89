import { defineCheck } from '../../model/check.ts';
import { at, fixes, hasCalls, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/pool-asked',
  title: {
    holds: 'Every call asks for the pool of the rollout',
    fails: 'A call asks for another pool',
  },
  why: 'People get identities of another environment, and credentials to its account.',
  fix: fixes.application('Enter the ID of this identity pool.'),
  judges: 'sp',
  needs: ['identity-pool'],
  refs: [refs.api('IdentityPoolId names the identity pool, in the form region:GUID.')],
  messages: {
    other: '{operation} asks for {found}.',
  },
  applies: hasCalls,
  run: ({ 'identity-pool': record }) =>
    record.calls.flatMap((call, index) => {
      const { identityPoolId: found, operation } = call;
      if (found === undefined || found === record.pool.identityPoolId) return [];
      return [
        {
          message: 'other' as const,
          data: { operation, found },
          expected: record.pool.identityPoolId,
          observed: found,
          where: at(`/calls/${index}/identityPoolId`),
        },
      ];
    }),
});
