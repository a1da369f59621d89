import { defineCheck } from '../../model/check.ts';
import { atPool, poolFix, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/sign-out',
  title: { holds: 'Signing out ends the tokens', fails: 'Tokens go on after signing out' },
  why: 'Who holds a token keeps the account.',
  fix: poolFix('App clients → the client → Token revocation', 'Enable it.'),
  judges: 'sp',
  needs: ['step-up'],
  refs: [
    refs.page('Ending user sessions', 'token-revocation', 'GlobalSignOut revokes access and refresh tokens.'),
  ],
  messages: { alive: '{call} was answered after GlobalSignOut.' },
  applies: ({ 'step-up': record }) =>
    record.poolCalls.some(({ operation }) => operation === 'GlobalSignOut') || 'Nobody signed out.',
  run: ({ 'step-up': record }) =>
    record.poolCalls.flatMap((call, position) => {
      const out = record.poolCalls.findIndex(
        ({ operation, result }) => operation === 'GlobalSignOut' && result.kind === 'done',
      );
      const isAfter = out >= 0 && position > out;
      if (!isAfter || call.operation !== 'GetUser' || call.result.kind === 'refused') return [];
      return [
        {
          message: 'alive' as const,
          data: { call: call.operation },
          expected: 'NotAuthorizedException',
          observed: call.result.kind,
          where: atPool(position),
        },
      ];
    }),
});
