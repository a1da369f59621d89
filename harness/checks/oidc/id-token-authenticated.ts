import { defineCheck } from '../../model/check.ts';
import { fault, hasIdToken, idTokenOf, show } from './_oidc.ts';
import { core, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/id-token-authenticated',
  title: {
    holds: 'The ID token says when somebody proved who they are, and that is past',
    fails: 'The ID token says something impossible about when somebody proved who they are',
  },
  why: 'Access that asks for a recent proof cannot trust it.',
  fix: providerFix('OpenID Connect → ID token', 'Send auth_time as a number of seconds.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [core('2', 'auth_time is the time of the authentication, a number of seconds.')],
  messages: {
    type: 'auth_time is {observed}, which is no number of seconds.',
    late: 'auth_time {observed} is after iat {expected}.',
  },
  applies: ({ oidc }) => {
    const has = hasIdToken({ oidc });
    if (has !== true) return has;
    return idTokenOf(oidc).claims.auth_time !== undefined || 'The ID token has no auth_time.';
  },
  run: ({ oidc }, { skewMs }) => {
    const { auth_time: at, iat } = idTokenOf(oidc).claims;
    const path = '/federation/idToken/claims/auth_time';
    if (typeof at !== 'number') return [fault('type', 'a number', show(at), path)];
    if (typeof iat !== 'number' || at <= iat + skewMs / 1000) return [];
    return [fault('late', String(iat), String(at), path)];
  },
});
