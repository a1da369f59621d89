import { defineCheck } from '../../model/check.ts';
import type { PoolCall } from '../../model/identity-pool-records.ts';
import { at, hasCalls, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/used-once',
  title: {
    holds: 'The pool takes an assertion once in each operation',
    fails: 'The pool takes an assertion twice in one operation',
  },
  why: 'Whoever got hold of the assertion after the login is let in with it.',
  fix: {
    console: 'Amazon Cognito',
    field: 'AWS Support',
    change: 'Report it: no setting of the pool allows it.',
  },
  judges: 'sp',
  needs: ['identity-pool'],
  refs: [
    refs.saml(
      'An assertion can be used once for each operation; a second request of the same kind is refused.',
    ),
  ],
  messages: {
    twice: '{operation} took the same assertion twice.',
  },
  applies: hasCalls,
  run: ({ 'identity-pool': record }) =>
    record.calls.flatMap((call, index) => {
      const isAgain = (other: PoolCall) =>
        other.operation === call.operation &&
        other.answer.outcome !== 'refused' &&
        other.logins.some(({ sha256 }) => call.logins.some((one) => one.sha256 === sha256));
      if (call.answer.outcome === 'refused' || !record.calls.slice(0, index).some(isAgain)) return [];
      return [
        {
          message: 'twice' as const,
          data: { operation: call.operation },
          expected: 'a refusal of the second use',
          observed: 'accepted',
          where: at(`/calls/${index}/answer`),
        },
      ];
    }),
});
