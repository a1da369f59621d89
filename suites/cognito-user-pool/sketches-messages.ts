import * as arrange from './arrange.ts';
import type { Sketch } from './cases.ts';

const refused = { expected: 'refused-by-sp' } as const;
const signature = 'oidc/id-token-signature';

/** A parameter of the address that a redirect leads to, where it leads to this path. */
const parameter =
  (path: string, name: string, change: (value: string) => string) =>
  (location: string): string => {
    if (!URL.canParse(location) || !new URL(location).pathname.endsWith(path)) return location;
    const url = new URL(location);
    const value = url.searchParams.get(name);
    if (value !== null) url.searchParams.set(name, change(value));
    return url.href;
  };

/** The first character becomes another. */
const altered = (value: string) => (value.startsWith('A') ? 'B' : 'A') + value.slice(1);

/** ID tokens and answers that must not count. */
export const messageCases: readonly Sketch[] = [
  {
    id: 'issuer-of-other-tenant',
    title: 'The ID token of another tenant does not count',
    ...refused,
    before: [arrange.idToken({ set: { iss: 'https://evil.1kosmos.net/oauth2/community/default/v1' } })],
    failures: [{ check: 'oidc/id-token-issuer', reason: 'The token names another tenant.' }],
  },
  {
    id: 'audience-of-other-client',
    title: 'The ID token of another application does not count',
    ...refused,
    before: [arrange.idToken({ set: { aud: 'other-application' } })],
    failures: [{ check: 'oidc/id-token-audience', reason: 'The token is for another client.' }],
  },
  {
    id: 'nonce-of-other-login',
    title: 'The ID token of another login does not count',
    ...refused,
    before: [arrange.idToken({ set: { nonce: 'Zb8cXd2eVfAgUhTiSjRkQlPmOnNoMpLqKrJsItHuGvF' } })],
    failures: [{ check: 'oidc/id-token-nonce', reason: 'The nonce is that of another login.' }],
  },
  {
    id: 'nonce-missing',
    title: 'An ID token without the nonce does not count',
    ...refused,
    before: [arrange.idToken({ remove: ['nonce'] })],
    failures: [{ check: 'oidc/id-token-nonce', reason: 'The nonce is taken out.' }],
  },
  {
    id: 'expired',
    title: 'An ID token of two hours ago does not count',
    ...refused,
    before: [arrange.idToken({ shiftSeconds: -7200 })],
    failures: [
      { check: 'oidc/id-token-expiry', reason: 'The token was good for an hour.' },
      { check: 'oidc/id-token-issued', reason: 'It is of another login.' },
    ],
  },
  {
    id: 'unsigned',
    title: 'An ID token with the algorithm none does not count',
    ...refused,
    before: [arrange.idToken({ alg: 'none' })],
    failures: [
      { check: 'oidc/id-token-algorithm', reason: 'The token is not signed.' },
      { check: signature, reason: 'The token is not signed.' },
    ],
  },
  {
    id: 'signed-by-stranger',
    title: 'An ID token signed by a key that nobody published does not count',
    ...refused,
    before: [arrange.idToken({ signedBy: 'stranger' })],
    failures: [
      { check: signature, reason: 'The key is nobody’s.' },
      { check: 'oidc/id-token-key', reason: 'The key is nobody’s.' },
    ],
  },
  {
    id: 'signed-by-stranger-of-same-name',
    title: 'An ID token signed by a stranger’s key under the provider’s name for it does not count',
    ...refused,
    before: [arrange.idToken({ signedBy: 'stranger', kid: 'signing-1' })],
    failures: [{ check: signature, reason: 'The key is nobody’s.' }],
  },
  {
    id: 'claims-altered',
    title: 'An ID token that was altered after signing does not count',
    ...refused,
    before: [
      arrange.idToken({ set: { ial: 2, sub: 'f1e2d3c4-0000-4000-8000-000000000002' }, keepSignature: true }),
    ],
    failures: [{ check: signature, reason: 'The signature is over other claims.' }],
  },
  {
    id: 'state-altered',
    title: 'An answer with another state signs nobody in',
    ...refused,
    rewrite: parameter('/oauth2/idpresponse', 'state', altered),
    failures: [],
  },
  {
    id: 'code-altered',
    title: 'An answer with another code signs nobody in',
    ...refused,
    rewrite: parameter('/oauth2/idpresponse', 'code', altered),
    failures: [{ check: 'oidc/token-answer', reason: 'The provider does not know the code.' }],
  },
  {
    id: 'application-state-altered',
    title: 'An answer to the application with another state signs nobody in',
    ...refused,
    rewrite: parameter('/callback', 'state', altered),
    failures: [{ check: 'oidc/application-state', reason: 'The state was altered on its way.' }],
  },
  {
    id: 'application-code-altered',
    title: 'An answer to the application with another code signs nobody in',
    ...refused,
    rewrite: parameter('/callback', 'code', altered),
  },
];
