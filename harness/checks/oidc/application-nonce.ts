import { defineCheck } from '../../model/check.ts';
import { applicationOf, fault, hasAsked, queryOf, show, unguessable } from './_oidc.ts';
import { appFix, core, practice } from './_refs.ts';

export default defineCheck({
  id: 'oidc/application-nonce',
  title: {
    holds: 'The application sends a nonce',
    fails: 'The application sends no nonce',
  },
  why: 'The token of another login could take the place of this one.',
  fix: appFix('Sign-in request', 'Send an unguessable nonce, and compare the one of the token with it.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    core('15.5.2', 'The nonce mitigates replay.'),
    practice('2.1', 'Clients use nonce or PKCE against injected codes.'),
  ],
  messages: {
    missing: 'The request has no nonce.',
    short: 'The nonce {observed} has fewer characters than {minimum}.',
  },
  applies: hasAsked,
  run: ({ oidc }) => {
    const nonce = queryOf(applicationOf(oidc).authorizeUrl).get('nonce');
    const at = '/application/authorizeUrl';
    if (nonce === null || nonce === '') return [fault('missing', 'a nonce', 'none', at)];
    if (nonce.length >= unguessable) return [];
    return [fault('short', 'an unguessable nonce', show(nonce), at, { minimum: unguessable })];
  },
});
