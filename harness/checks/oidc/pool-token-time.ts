import { defineCheck } from '../../model/check.ts';
import { fault, hasPoolToken, poolTokenOf, show } from './_oidc.ts';
import { cognito, poolFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/pool-token-time',
  title: {
    holds: 'The pool’s ID token is good now, and not for long',
    fails: 'The pool’s ID token is not good now, or good for too long',
  },
  why: 'A token that was stolen opens the door as long as it lasts.',
  fix: poolFix('App clients → the client → Token expiration', 'Set the ID token to an hour.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    cognito(
      'amazon-cognito-user-pools-using-the-id-token',
      'exp and iat are numbers of seconds; ID tokens last from five minutes to a day.',
    ),
  ],
  options: { longestMinutes: 1440 },
  messages: {
    type: 'exp is {observed}, which is no number of seconds.',
    past: 'The token expired at {observed}.',
    long: 'The token is good for {observed} minutes.',
  },
  applies: hasPoolToken,
  run: ({ oidc }, { now, skewMs, options }) => {
    const { exp, iat } = poolTokenOf(oidc).claims;
    const at = '/application/idToken/claims/exp';
    if (typeof exp !== 'number' || typeof iat !== 'number') return [fault('type', 'a number', show(exp), at)];
    if (exp * 1000 + skewMs <= now)
      return [fault('past', `after ${new Date(now).toISOString()}`, new Date(exp * 1000).toISOString(), at)];
    const minutes = Math.round((exp - iat) / 60);
    if (minutes <= options.longestMinutes) return [];
    return [fault('long', `${options.longestMinutes} minutes at most`, String(minutes), at)];
  },
});
