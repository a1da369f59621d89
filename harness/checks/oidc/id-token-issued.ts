import { defineCheck } from '../../model/check.ts';
import { fault, hasIdToken, idTokenOf, show } from './_oidc.ts';
import { core, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/id-token-issued',
  title: {
    holds: 'The ID token was made for this login',
    fails: 'The ID token was not made for this login',
  },
  why: 'A token from long ago, or from the future, belongs to another login or to a wrong clock.',
  fix: providerFix('OpenID Connect → Clock', 'Set the provider’s clock by NTP.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    core('2', 'iat is the time at which the token was issued, a number of seconds.'),
    core('3.1.3.7', 'Item 10: tokens that were issued too far away may be refused.'),
  ],
  options: { oldestMinutes: 10 },
  messages: {
    type: 'iat is {observed}, which is no number of seconds.',
    future: 'The token is from {observed}, which is yet to come.',
    old: 'The token is from {observed}.',
  },
  applies: hasIdToken,
  run: ({ oidc }, { now, skewMs, options }) => {
    const { iat } = idTokenOf(oidc).claims;
    const at = '/federation/idToken/claims/iat';
    if (typeof iat !== 'number') return [fault('type', 'a number', show(iat), at)];
    const seen = new Date(now).toISOString();
    const issued = iat * 1000;
    const shown =
      Number.isFinite(issued) && Math.abs(issued) < 8e15 ? new Date(issued).toISOString() : show(iat);
    if (issued > now + skewMs) return [fault('future', `not after ${seen}`, shown, at)];
    return issued < now - skewMs - options.oldestMinutes * 60_000
      ? [fault('old', `about ${seen}`, shown, at)]
      : [];
  },
});
