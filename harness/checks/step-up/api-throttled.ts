import { defineCheck } from '../../model/check.ts';
import { atApi, functionFix } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/api-throttled',
  title: {
    holds: 'A service that is busy is left alone',
    fails: 'A service that is busy is asked again at once',
  },
  why: 'Throttling goes on for everybody in the tenant.',
  fix: functionFix('trigger', 'Give up on 429 within the same call, and let the application ask later.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [
    {
      document: 'rfc9110',
      section: '10.2.3',
      says: 'Retry-After says how long to wait before the next request.',
    },
  ],
  messages: { again: '{operation} was asked again {count} times after 429 within one call of a function.' },
  applies: ({ 'step-up': record }) =>
    record.proofingCalls.some(({ status }) => status === 429) || 'The service was never busy.',
  run: ({ 'step-up': record }) =>
    record.proofingCalls.flatMap((call, position) => {
      if (call.status !== 429 || call.trigger === undefined) return [];
      const again = record.proofingCalls
        .slice(position + 1)
        .filter((one) => one.trigger === call.trigger && one.operation === call.operation);
      if (again.length === 0) return [];
      return [
        {
          message: 'again' as const,
          data: { operation: call.operation, count: again.length },
          expected: 'no further request in the same call',
          observed: `${again.length} more`,
          where: atApi({ position }, 'status'),
        },
      ];
    }),
});
