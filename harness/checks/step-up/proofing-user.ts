import { defineCheck } from '../../model/check.ts';
import { sessionsWithCall } from './_derive.ts';
import { atApi, functionFix, objectOf, quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/proofing-user',
  title: {
    holds: 'The session names the user and the pool that it is for',
    fails: 'The session does not name the user and the pool that it is for',
  },
  why: 'A result that comes back cannot be told from that of a user of the same name elsewhere.',
  fix: functionFix(
    'Pre sign-up or Post confirmation',
    'Send cognito_user_pool and cognito_username as metadata, from the event.',
  ),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The metadata has cognito_user_pool and cognito_username.')],
  messages: { other: 'The session’s metadata has {field} as {value}.' },
  applies: ({ 'step-up': record }) =>
    sessionsWithCall(record).length > 0 || 'No proofing session was opened by a function.',
  run: ({ 'step-up': record }) =>
    sessionsWithCall(record).flatMap(({ api, event }) => {
      const metadata = objectOf(api.sent?.metadata);
      const right = [
        ['cognito_user_pool', event.userPoolId],
        ['cognito_username', event.userName],
      ] as const;
      return right
        .filter(([field, value]) => metadata?.[field] !== value)
        .map(([field, value]) => ({
          message: 'other' as const,
          data: { field, value: quote(metadata?.[field]) },
          expected: quote(value),
          observed: quote(metadata?.[field]),
          where: atApi(api),
        }));
    }),
});
