import * as arrange from './arrange.ts';
import type { Sketch } from './cases.ts';
import { mapping } from './parties.ts';

const { email: _, ...withoutEmail } = mapping;
const refused = { expected: 'refused-by-sp' } as const;
const notReached = { ...refused, loginPage: false } as const;

/** What is typed in the pool, at the provider, and in the application. */
export const setupCases: readonly Sketch[] = [
  {
    id: 'required-claim-missing',
    title: 'Without a claim that a required attribute is mapped from nobody gets in',
    ...refused,
    before: [arrange.idToken({ remove: ['email'] })],
    failures: [{ check: 'oidc/mapping-claims', reason: 'The e-mail address is taken out.' }],
  },
  {
    id: 'required-not-mapped',
    title: 'Where a required attribute is not mapped nobody gets in',
    ...refused,
    before: [arrange.mapped(withoutEmail)],
    failures: [{ check: 'oidc/mapping-required', reason: 'The line of the mapping is missing.' }],
  },
  {
    id: 'claim-too-long',
    title: 'A claim that is too long for its attribute keeps the person out',
    ...refused,
    before: [arrange.idToken({ set: { given_name: 'A'.repeat(2049) } })],
    failures: [{ check: 'oidc/mapping-length', reason: 'The name has one character too many.' }],
  },
  {
    id: 'claim-of-several',
    title: 'A claim with several values becomes one text',
    before: [arrange.idToken({ set: { family_name: ['Wong', 'Chen'] } })],
    failures: [{ check: 'oidc/mapping-single', reason: 'Two family names come as a list.' }],
  },
  {
    id: 'immutable-first',
    title: 'An immutable attribute that is mapped lets a person in the first time',
    before: [arrange.mapped({ ...mapping, 'custom:employee_id': 'sub' })],
    failures: [{ check: 'oidc/mapping-mutable', reason: 'The attribute is immutable.' }],
  },
  {
    id: 'immutable-again',
    title: 'An immutable attribute that is mapped keeps the person out from the second time on',
    ...refused,
    known: { 'custom:employee_id': '0042' },
    before: [arrange.mapped({ ...mapping, 'custom:employee_id': 'sub' })],
    failures: [{ check: 'oidc/mapping-mutable', reason: 'The attribute is immutable.' }],
  },
  {
    id: 'not-writable',
    title: 'Where the client may not write a mapped attribute nobody gets in',
    ...refused,
    before: [arrange.appClient({ writeAttributes: ['email', 'given_name', 'family_name'] })],
    failures: [{ check: 'oidc/mapping-writable', reason: 'The client may write three attributes.' }],
  },
  {
    id: 'disabled-in-pool',
    title: 'A person who is disabled in the pool does not get in',
    ...refused,
    known: {},
    before: [arrange.disabledInPool],
  },
  {
    id: 'basic-alone',
    title: 'A provider that takes clients by HTTP Basic alone keeps everybody out',
    ...refused,
    before: [arrange.clientAtProvider({ authMethod: 'client_secret_basic' })],
    failures: [
      { check: 'oidc/token-answer', reason: 'The pool only sends its secret in the form.' },
      { check: 'oidc/discovery-client-auth', reason: 'The document says so.' },
    ],
  },
  {
    id: 'secret-of-other',
    title: 'A wrong client secret keeps everybody out',
    ...refused,
    before: [arrange.details(() => ({ client_secret: 'the-secret-of-another-client' }))],
    failures: [{ check: 'oidc/token-answer', reason: 'The secret is that of another client.' }],
  },
  {
    id: 'issuer-with-slash',
    title: 'An issuer with a slash at its end keeps everybody out',
    ...notReached,
    before: [arrange.details(({ idpIssuer }) => ({ oidc_issuer: `${idpIssuer}/` }))],
    failures: [
      { check: 'oidc/issuer-form', reason: 'The issuer ends with a slash.' },
      { check: 'oidc/discovery-document', reason: 'Below it there is no document.' },
      { check: 'oidc/keys-document', reason: 'Nor are there keys.' },
    ],
  },
  {
    id: 'discovery-is-page',
    title: 'An issuer below which pages are answered keeps everybody out',
    ...notReached,
    before: [arrange.details(({ appOrigin }) => ({ oidc_issuer: appOrigin }))],
    failures: [
      { check: 'oidc/discovery-document', reason: 'The address is that of the application.' },
      { check: 'oidc/keys-document', reason: 'It has no keys.' },
    ],
  },
  {
    id: 'redirect-uri-not-registered',
    title: 'A redirect URI that the provider does not know is refused there',
    expected: 'refused-by-idp',
    loginPage: false,
    before: [arrange.clientAtProvider({ redirectUris: ['https://old.example/oauth2/idpresponse'] })],
  },
  {
    id: 'client-of-other-pool',
    title: 'A client that the provider does not know is refused there',
    expected: 'refused-by-idp',
    loginPage: false,
    before: [arrange.details(() => ({ client_id: 'other-pool' }))],
  },
  {
    id: 'disabled-at-provider',
    title: 'A person who is disabled at the provider cannot use their phone',
    expected: 'refused-by-idp',
    before: [arrange.person('alice.wong@example.com', { enabled: false })],
  },
  {
    id: 'key-rotated',
    title: 'After the provider’s key was rotated people sign in as before',
    before: [arrange.keys('rollover', 'primary', 'rollover')],
  },
  {
    id: 'key-not-published',
    title: 'A key that was rotated and not published keeps everybody out',
    ...refused,
    before: [arrange.keys('rollover', 'primary')],
    failures: [
      { check: 'oidc/id-token-signature', reason: 'Nobody can verify the token.' },
      { check: 'oidc/id-token-key', reason: 'The key is not in the set.' },
    ],
  },
  {
    id: 'application-without-challenge',
    title: 'An application that sends no code challenge is found out',
    before: [arrange.appLacks('code-challenge')],
    failures: [{ check: 'oidc/application-code-challenge', reason: 'The application leaves it out.' }],
  },
  {
    id: 'application-without-nonce',
    title: 'An application that sends no nonce is found out',
    before: [arrange.appLacks('nonce')],
    failures: [{ check: 'oidc/application-nonce', reason: 'The application leaves it out.' }],
  },
  {
    id: 'application-without-state',
    title: 'An application that sends no state is saved by its code challenge and nonce',
    before: [arrange.appLacks('state')],
    probes: true,
    failures: [{ check: 'oidc/application-state', reason: 'The application leaves it out.' }],
  },
  {
    id: 'application-without-safeguards',
    title: 'An application that sends neither state, nonce nor code challenge can be made to sign others in',
    before: [arrange.appLacks('state', 'nonce', 'code-challenge')],
    probes: true,
    tests: 'sp',
    failures: [
      { check: 'oidc/application-state', reason: 'The application leaves it out.' },
      { check: 'oidc/application-nonce', reason: 'The application leaves it out.' },
      { check: 'oidc/application-code-challenge', reason: 'The application leaves it out.' },
      { check: 'oidc/answer-browser', reason: 'It takes any answer of the pool, in any browser.' },
    ],
  },
  {
    id: 'pool-weak',
    title: 'A pool without safeguards is found out by what it does with messages in the wrong place',
    before: [arrange.poolLacks('browser-binding', 'code-once', 'redirect-uri')],
    probes: true,
    tests: 'sp',
    failures: [
      { check: 'oidc/answer-browser', reason: 'The pool takes the provider’s answer in any browser.' },
      { check: 'oidc/code-once', reason: 'The pool redeems codes again.' },
      { check: 'oidc/redirect-exact', reason: 'The pool answers anywhere.' },
    ],
  },
  {
    id: 'implicit-allowed',
    title: 'A client that may use the implicit grant is found out',
    before: [arrange.appClient({ oauthFlows: ['code', 'implicit'] })],
    failures: [{ check: 'oidc/application-code-flow', reason: 'The grant is allowed.' }],
  },
];
