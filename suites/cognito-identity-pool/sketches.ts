import * as arrange from './arrange.ts';
import type { Sketch } from './cases.ts';
import { roleSketches } from './sketches-roles.ts';
import { claims, provider, roles } from './world.ts';

const minute = 60_000;
const denied = 'NotAuthorizedException';
const misconfigured = 'InvalidIdentityPoolConfigurationException';
const member = { role: roles.member, tags: [] };

/** A login that the pool refuses at once: GetId is the only call. */
const refusedAtOnce = { expected: 'refused-by-sp', calls: [denied], agreed: member } as const;

const messages: readonly Sketch[] = [
  {
    id: 'audience-of-identity-center',
    title: 'The audience of IAM Identity Center is refused',
    ...refusedAtOnce,
    after: [
      arrange.setting({ audience: 'https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890' }),
    ],
    expectedFailures: [
      { check: 'aws/audience', reason: 'The application has the audience of Identity Center.' },
      { check: 'aws/service', reason: 'Audience and Recipient are of two services.' },
      { check: 'conditions/audience', reason: 'The application has the audience of Identity Center.' },
    ],
  },
  {
    id: 'recipient-of-application',
    title: 'A Recipient that is the application’s own address is refused',
    ...refusedAtOnce,
    after: [arrange.setting({ recipient: 'https://reports.acme.example/saml/acs' })],
    expectedFailures: [
      { check: 'aws/recipient', reason: 'The Recipient is where the browser goes, not AWS.' },
    ],
  },
  {
    id: 'six-minutes-old',
    title: 'A response that comes six minutes late is refused',
    ...refusedAtOnce,
    after: [arrange.setting({ validityMs: 10 * minute }), arrange.awsClockAhead(6 * minute)],
  },
  {
    id: 'expired-seconds',
    title: 'A response whose NotOnOrAfter is seconds ago is refused',
    ...refusedAtOnce,
    after: [arrange.setting({ validityMs: minute }), arrange.awsClockAhead(minute + 5_000)],
  },
  {
    id: 'clock-ahead',
    title: 'AWS’s clock two minutes ahead does no harm',
    agreed: member,
    after: [arrange.awsClockAhead(2 * minute)],
  },
  {
    id: 'rollover-both',
    title: 'During a certificate rollover the new key logs in beside the old',
    agreed: member,
    before: [arrange.keys('rollover', 'primary', 'rollover')],
  },
  {
    id: 'rollover-unannounced',
    title: 'A key that IAM was never told of is refused',
    ...refusedAtOnce,
    after: [arrange.keys('rollover', 'primary', 'rollover')],
    expectedFailures: [
      { check: 'signature/key', reason: 'The identity provider changed its key without telling IAM.' },
      { check: 'metadata/idp-keys-imported', reason: 'IAM has only the first certificate.' },
    ],
  },
  {
    id: 'too-long',
    title: 'A response of more than 50,000 characters is refused',
    expected: 'refused-by-sp',
    calls: ['ValidationException'],
    agreed: { role: null, tags: [] },
    after: [arrange.offering(...Array.from({ length: 420 }, (_, index) => `${roles.member}${index}`))],
    expectedFailures: [
      { check: 'response/size', reason: 'The person has hundreds of roles.' },
      { check: 'identity-pool/login-length', reason: 'The person has hundreds of roles.' },
    ],
  },
  {
    id: 'transient',
    title: 'A transient NameID is taken, and no name to keep an identity by',
    agreed: member,
    after: [arrange.setting({ nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' })],
    expectedFailures: [
      { check: 'identity-pool/name-id-lasting', reason: 'The application sends transient NameIDs.' },
    ],
  },
];

const setUps: readonly Sketch[] = [
  {
    id: 'provider-not-listed',
    title: 'A provider that the pool does not list is refused',
    ...refusedAtOnce,
    pool: { samlProviders: [`${provider}Staging`] },
    expectedFailures: [{ check: 'identity-pool/provider-listed', reason: 'The pool lists another.' }],
  },
  {
    id: 'logins-key-in-lower-case',
    title: 'A key of Logins in other case is refused',
    ...refusedAtOnce,
    app: { provider: provider.replace('1Kosmos', '1kosmos') },
    expectedFailures: [
      { check: 'identity-pool/login-key', reason: 'The application spells the provider in lower case.' },
    ],
  },
  {
    id: 'assertion-alone',
    title: 'An assertion without its response is refused',
    ...refusedAtOnce,
    app: { token: 'assertion' },
    expectedFailures: [
      { check: 'identity-pool/login-token', reason: 'The application cuts the assertion out.' },
    ],
  },
  {
    id: 'keys-in-application',
    title: 'An application that signs its calls works, and gives its keys away',
    agreed: member,
    app: {
      keys: {
        accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      },
    },
    expectedFailures: [{ check: 'identity-pool/call-unsigned', reason: 'It has keys built into it.' }],
  },
  {
    id: 'classic-flow',
    title: 'A token of the basic flow tells the tags of the session',
    agreed: { role: roles.member, tags: [{ key: 'Department', value: 'Engineering' }] },
    pool: {
      allowClassicFlow: true,
      principalTags: [
        { provider, useDefaults: false, tags: [{ key: 'Department', claim: claims.department }] },
      ],
    },
    app: { operations: ['GetId', 'GetCredentialsForIdentity', 'GetOpenIdToken'] },
    calls: ['granted', 'granted', 'granted'],
    expectedFailures: [
      { check: 'identity-pool/classic-flow', reason: 'The case needs it.' },
      { check: 'identity-pool/enhanced-flow', reason: 'The application asks for a token.' },
    ],
  },
  {
    id: 'classic-flow-off',
    title: 'A token of the basic flow is refused where the pool allows none',
    expected: 'refused-by-sp',
    agreed: member,
    app: { operations: ['GetId', 'GetCredentialsForIdentity', 'GetOpenIdToken'] },
    calls: ['granted', 'granted', 'InvalidParameterException'],
    expectedFailures: [{ check: 'identity-pool/enhanced-flow', reason: 'The application asks for a token.' }],
  },
];

const replays: readonly Sketch[] = [
  {
    id: 'get-id-twice',
    title: 'An application that calls GetId twice with one assertion is refused',
    tests: 'sp',
    expected: 'refused-by-sp',
    agreed: member,
    app: { operations: ['GetId', 'GetId', 'GetCredentialsForIdentity'] },
    calls: ['granted', denied],
  },
  {
    id: 'credentials-twice',
    title: 'An application that renews credentials with one assertion is refused',
    tests: 'sp',
    expected: 'refused-by-sp',
    agreed: member,
    app: { operations: ['GetId', 'GetCredentialsForIdentity', 'GetCredentialsForIdentity'] },
    calls: ['granted', 'granted', denied],
  },
  {
    id: 'posted-again',
    title: 'A response that is posted to the application again logs nobody in',
    tests: 'sp',
    agreed: member,
    calls: ['granted', 'granted', denied, denied, denied],
    replays: ['same-browser', 'other-browser', 'after-restart'],
  },
  {
    id: 'same-identity',
    title: 'The same person has the same identity in the next login',
    agreed: member,
    earlier: true,
  },
];

const trusts: readonly Sketch[] = [
  {
    id: 'trust-of-other-pool',
    title: 'A role that trusts another pool is not given',
    expected: 'refused-by-sp',
    agreed: { role: roles.otherPool, tags: [] },
    pool: { authenticatedRole: roles.otherPool },
    calls: ['granted', misconfigured],
    expectedFailures: [{ check: 'identity-pool/trust-pool', reason: 'The role is of another pool.' }],
  },
  {
    id: 'trust-of-guests',
    title: 'A role that trusts guests is not given after a login',
    expected: 'refused-by-sp',
    agreed: { role: roles.guestsOnly, tags: [] },
    pool: { authenticatedRole: roles.guestsOnly },
    calls: ['granted', misconfigured],
    expectedFailures: [{ check: 'identity-pool/trust-authenticated', reason: 'The role is for guests.' }],
  },
  {
    id: 'trust-of-direct-federation',
    title: 'A role of direct federation is not given by the pool',
    expected: 'refused-by-sp',
    agreed: { role: roles.direct, tags: [] },
    pool: { authenticatedRole: roles.direct },
    calls: ['granted', misconfigured],
    expectedFailures: [
      { check: 'identity-pool/trust-principal', reason: 'The role trusts the SAML provider alone.' },
    ],
  },
];

/** All cases; what a sketch does not say is that of a plain login into the default role. */
export const sketches: readonly Sketch[] = [
  {
    id: 'default-role',
    title: 'A person gets the pool’s authenticated role',
    agreed: member,
    signOut: true,
  },
  ...roleSketches,
  ...trusts,
  ...messages,
  ...setUps,
  ...replays,
];
