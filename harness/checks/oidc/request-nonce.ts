import { defineCheck } from '../../model/check.ts';
import { fault, federationOf, queryOf, show, unguessable, wasSent } from './_oidc.ts';
import { core, poolFix, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/request-nonce',
  title: {
    holds: 'The pool sends a nonce that no one can guess',
    fails: 'The pool sends no nonce that no one can guess',
  },
  why: 'Without it the ID token of another login can be put in the place of this one.',
  fix: poolFix(providerPage, 'Nothing can be set: rely on the code challenge, and ask AWS.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    core('15.5.2', 'The nonce associates a client session with an ID token and mitigates replay.'),
    {
      assumption: 'A user pool sends a nonce to its OpenID providers.',
      known: 'The developer guide does not say whether it does.',
    },
  ],
  messages: {
    missing: 'The request has no nonce.',
    short: 'The nonce {observed} has fewer characters than {minimum}.',
  },
  applies: wasSent,
  run: ({ oidc }) => {
    const nonce = queryOf(federationOf(oidc).authorizeUrl).get('nonce');
    const at = '/federation/authorizeUrl';
    if (nonce === null || nonce === '') return [fault('missing', 'a nonce', 'none', at)];
    if (nonce.length >= unguessable) return [];
    return [fault('short', 'an unguessable nonce', show(nonce), at, { minimum: unguessable })];
  },
});
