import { poolLimits } from '../../aws/identity-pool/limits.ts';
import { defineCheck } from '../../model/check.ts';
import { at, fixes, hasCalls, refs } from './_pool.ts';

export default defineCheck({
  id: 'identity-pool/login-length',
  title: {
    holds: 'Every login has at most 50,000 characters',
    fails: 'A login has more than 50,000 characters',
  },
  why: 'STS takes twice as much: the response works in direct federation, and the pool refuses it. People with many roles are hit first.',
  fix: fixes.application('Send fewer attributes and roles: the response is what is too long.'),
  judges: 'idp',
  needs: ['identity-pool'],
  refs: [refs.api('A value of Logins has at most 50,000 characters.')],
  messages: {
    long: '{operation} brings {length} characters.',
  },
  applies: hasCalls,
  run: ({ 'identity-pool': record }) =>
    record.calls.flatMap((call, index) => {
      const { max } = poolLimits.loginToken;
      return call.logins.flatMap(({ length }) =>
        length <= max
          ? []
          : [
              {
                message: 'long' as const,
                data: { operation: call.operation, length },
                expected: `at most ${max} characters`,
                observed: `${length} characters`,
                where: at(`/calls/${index}/logins`),
              },
            ],
      );
    }),
});
