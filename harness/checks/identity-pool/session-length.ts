import { poolSessionMs } from '../../aws/identity-pool/limits.ts';
import { defineCheck } from '../../model/check.ts';
import { duration } from '../metadata/_show.ts';
import { at, callsAnswered, fixes } from './_pool.ts';

/** Clocks of the application and of AWS may differ. */
const toleranceMs = 180_000;

export default defineCheck({
  id: 'identity-pool/session-length',
  title: {
    holds: 'Credentials last one hour',
    fails: 'Credentials last longer than one hour',
  },
  why: 'The enhanced flow gives one hour. Somebody who has left keeps access for as long as the credentials last.',
  fix: fixes.application('Use GetCredentialsForIdentity, and no credentials of another kind.'),
  judges: 'sp',
  needs: ['identity-pool'],
  refs: [
    {
      assumption: 'Credentials of the enhanced flow last one hour, whatever the role allows.',
      known: 'Common knowledge of users; the API has no parameter for it.',
    },
  ],
  messages: {
    long: 'The credentials last {found}.',
  },
  applies: ({ 'identity-pool': record }) =>
    callsAnswered(record, 'credentials').length > 0 || 'The pool gave no credentials.',
  run: ({ 'identity-pool': record }) =>
    callsAnswered(record, 'credentials').flatMap(({ call, answer, path }) => {
      const ms = Date.parse(answer.expiresAt) - Date.parse(call.askedAt);
      // The answer is a moment later than the call, and told in whole seconds.
      if (!(ms > poolSessionMs + toleranceMs)) return [];
      return [
        {
          message: 'long' as const,
          data: { found: duration(ms) },
          expected: duration(poolSessionMs),
          observed: duration(ms),
          where: at(`${path}/answer/expiresAt`),
        },
      ];
    }),
});
