import { defineCheck } from '../../model/check.ts';
import { atApi, functionFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/api-key',
  title: {
    holds: 'Every request to the service carries the tenant’s key',
    fails: 'A request to the service does not carry the tenant’s key',
  },
  why: 'It is refused, and nobody can be proofed or step up.',
  fix: functionFix('trigger', 'Take the key from the environment, and send it as a bearer token.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('Requests carry the API key as a bearer token.')],
  messages: { wrong: '{operation} was asked with {authorization}.' },
  applies: ({ 'step-up': record }) => record.proofingCalls.length > 0 || 'The service was not asked.',
  run: ({ 'step-up': record }) =>
    record.proofingCalls.flatMap(({ operation, authorization }, position) =>
      authorization === 'right'
        ? []
        : [
            {
              message: 'wrong' as const,
              data: { operation, authorization: authorization === 'none' ? 'no key' : 'another key' },
              expected: 'the tenant’s key',
              observed: authorization,
              where: atApi({ position }, 'authorization'),
            },
          ],
    ),
});
