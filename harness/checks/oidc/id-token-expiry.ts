import { defineCheck } from '../../model/check.ts';
import { fault, hasIdToken, idTokenOf, show } from './_oidc.ts';
import { core, jwt, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/id-token-expiry',
  title: {
    holds: 'The ID token has not expired',
    fails: 'The ID token has expired, or never does',
  },
  why: 'An old token that was stolen would still open the door.',
  fix: providerFix(
    'OpenID Connect → Token lifetimes',
    'Set the clock by NTP, and the lifetime of ID tokens to an hour at most.',
  ),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    core('3.1.3.7', 'Item 9: the current time is before exp.'),
    jwt('4.1.4', 'exp is a number of seconds.'),
  ],
  options: { longestMinutes: 1440 },
  messages: {
    type: 'exp is {observed}, which is no number of seconds.',
    past: 'The token expired at {observed}.',
    long: 'The token is good for {observed} minutes.',
  },
  applies: hasIdToken,
  run: ({ oidc }, { now, skewMs, options }) => {
    const { exp, iat } = idTokenOf(oidc).claims;
    const at = '/federation/idToken/claims/exp';
    if (typeof exp !== 'number') return [fault('type', 'a number', show(exp), at)];
    if (exp * 1000 + skewMs <= now)
      return [fault('past', `after ${new Date(now).toISOString()}`, new Date(exp * 1000).toISOString(), at)];
    const minutes = typeof iat === 'number' ? Math.round((exp - iat) / 60) : 0;
    if (minutes <= options.longestMinutes) return [];
    return [fault('long', `${options.longestMinutes} minutes at most`, String(minutes), at)];
  },
});
