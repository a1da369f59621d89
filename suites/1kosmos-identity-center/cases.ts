import type { Case } from '../../harness/model/integration.ts';
import type { PhonePlan } from '../../harness/model/phone.ts';
import type { OutcomeRecord, ReplayRecord } from '../../harness/model/records.ts';
import * as arrange from './arrange.ts';
import { type PersonName, people } from './people.ts';

/** A login of this integration. */
export interface LoginCase extends Case {
  readonly initiatedBy: 'sp' | 'idp';
  readonly person: PersonName;
  readonly expected: OutcomeRecord['expected'];
  /** What differs from an owner who scans, matches the number and approves with a fingerprint. */
  readonly phone: Partial<PhonePlan>;
  /** State before the identity provider's metadata is given to AWS, and after. */
  readonly before: readonly arrange.Arrangement[];
  readonly after: readonly arrange.Arrangement[];
  readonly deepLink?: { readonly accountId: string; readonly roleName: string };
  /** Changes the RelayState on its way back. */
  readonly tamperRelayState: boolean;
  readonly replays: readonly ReplayRecord['attempts'][number]['how'][];
  readonly signOut: boolean;
  /** False where the identity provider answers before anyone logs in. */
  readonly loginPage: boolean;
}

/** What a case says of itself; the rest is a person who simply logs in. */
export type Sketch = Pick<LoginCase, 'id' | 'title' | 'person'> &
  Partial<Omit<LoginCase, 'id' | 'flow' | 'initiatedBy' | 'expectedFailures' | 'loginPage'>> & {
    /** Journeys in which the identity provider answers before anyone logs in. */
    readonly noLoginPage?: 'sp' | 'idp';
    /** Checks that must fail; with `only`, just for journeys that start there. */
    readonly failures?: readonly ArrangedFailure[];
  };

interface ArrangedFailure {
  readonly check: string;
  readonly reason: string;
  readonly only?: 'sp' | 'idp';
}

const transient = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';

const sketches: readonly Sketch[] = [
  {
    id: 'success-groups',
    title: 'A person with accounts by group sees exactly them',
    person: 'alice',
    signOut: true,
  },
  { id: 'success-direct', title: 'A person with one direct assignment sees exactly it', person: 'bob' },
  {
    id: 'success-both',
    title: 'A person with a non-ASCII name and both kinds of assignment sees exactly them',
    person: 'zoe',
    phone: { biometric: 'face-id' },
  },
  {
    id: 'success-live-id',
    title: 'A liveness-checked LiveID logs in',
    person: 'bob',
    phone: { biometric: 'live-id' },
  },
  {
    id: 'success-response-signed',
    title: 'A signed Response around an unsigned Assertion logs in',
    person: 'bob',
    before: [arrange.signResponseOnly],
    failures: [
      {
        check: 'metadata/sp-assertions-signed',
        reason:
          'AWS’s metadata asks for signed assertions; that it takes a signed Response as well is an assumption.',
      },
    ],
  },
  {
    id: 'no-assignment',
    title: 'A person without any assignment sees an empty portal',
    person: 'dave',
    failures: [{ check: 'identity-center/assignment', reason: 'Nobody assigned anything to this person.' }],
  },
  {
    id: 'not-entitled',
    title: 'A person who may not use the application is refused by the identity provider',
    person: 'dave',
    after: [arrange.notAssignedAtIdp(people.dave.email)],
    expected: 'refused-by-idp',
    tests: 'idp',
    failures: [{ check: 'identity-center/assignment', reason: 'Nobody assigned anything to this person.' }],
  },
  {
    id: 'user-name-case',
    title: 'A user name that differs in case is refused by AWS',
    person: 'erin',
    expected: 'refused-by-sp',
    tests: 'sp',
    failures: [
      {
        check: 'subject/user-name',
        reason: 'The directory spells the user name with capital letters, the identity provider does not.',
      },
      { check: 'identity-center/assignment', reason: 'Nobody assigned anything to this person.' },
    ],
  },
  {
    id: 'user-unknown',
    title: 'A person whom nobody created in Identity Center is refused by AWS',
    person: 'frank',
    expected: 'refused-by-sp',
    tests: 'sp',
    failures: [
      { check: 'identity-center/user-exists', reason: 'The person is in no directory of Identity Center.' },
    ],
  },
  {
    id: 'denied',
    title: 'A login that its owner denies ends without a session',
    person: 'alice',
    phone: { outcome: 'deny' },
    expected: 'refused-by-idp',
    tests: 'authenticator',
  },
  {
    id: 'timed-out',
    title: 'A login that nobody answers ends without a session',
    person: 'alice',
    phone: { outcome: 'none', wait: { before: 'answer', ms: 180_000 } },
    expected: 'refused-by-idp',
    tests: 'authenticator',
  },
  {
    id: 'biometric-no-match',
    title: 'A fingerprint that does not match ends without a session',
    person: 'alice',
    phone: { outcome: 'no-match' },
    expected: 'refused-by-idp',
    tests: 'authenticator',
  },
  {
    id: 'liveness-failed',
    title: 'A LiveID without a living face ends without a session',
    person: 'alice',
    phone: { outcome: 'liveness-failed', biometric: 'live-id' },
    expected: 'refused-by-idp',
    tests: 'authenticator',
  },
  {
    id: 'not-enrolled',
    title: 'A phone that is not enrolled ends without a session',
    person: 'bob',
    after: [arrange.phoneNotEnrolled(people.bob.email)],
    expected: 'refused-by-idp',
    tests: 'idp',
  },
  {
    id: 'device-of-other',
    title: 'An approval signed by another person’s phone is refused',
    person: 'alice',
    phone: { tamper: 'user' },
    expected: 'refused-by-idp',
    tests: 'idp',
  },
  {
    id: 'qr-expired',
    title: 'A QR code that is too old is refused',
    person: 'alice',
    phone: { wait: { before: 'scan', ms: 180_000 } },
    expected: 'refused-by-idp',
    tests: 'idp',
  },
  {
    id: 'qr-twice',
    title: 'A QR code scanned twice and an approval sent twice are refused the second time',
    person: 'alice',
    phone: { again: 'scan' },
    tests: 'idp',
  },
  {
    id: 'qr-relayed',
    title: 'A QR code relayed from an attacker’s browser logs nobody in',
    person: 'alice',
    // The person's own page learns nothing; it ends when its code has run out.
    phone: { screen: 'relayed', wait: { before: 'end', ms: 180_000 } },
    expected: 'refused-by-idp',
    tests: 'idp',
  },
  {
    id: 'deep-link',
    title: 'A deep link to one account’s role arrives there',
    person: 'alice',
    deepLink: { accountId: '444455556666', roleName: 'AdministratorAccess' },
    failures: [
      {
        check: 'transport/relay-state-size',
        reason: 'AWS’s own deep links are longer than the 80 bytes that the standard allows.',
        only: 'idp',
      },
    ],
  },
  {
    id: 'relay-state-tampered',
    title: 'A changed RelayState is refused',
    person: 'alice',
    deepLink: { accountId: '444455556666', roleName: 'AdministratorAccess' },
    tamperRelayState: true,
    expected: 'refused-by-sp',
    tests: 'sp',
    failures: [
      {
        check: 'transport/relay-state-returned',
        reason: 'The case changes the RelayState on its way back.',
        only: 'sp',
      },
    ],
  },
  {
    id: 'rollover-both',
    title: 'During a certificate rollover the new key logs in beside the old',
    person: 'bob',
    before: [arrange.rolloverStarted],
  },
  {
    id: 'rollover-new-only',
    title: 'After a certificate rollover only the new key is trusted',
    person: 'bob',
    before: [arrange.rolloverFinished],
  },
  {
    id: 'rollover-unannounced',
    title: 'A key that AWS was never told of is refused',
    person: 'bob',
    after: [arrange.rolloverUnannounced],
    expected: 'refused-by-sp',
    tests: 'sp',
    failures: [
      { check: 'signature/key', reason: 'The identity provider changed its key without telling AWS.' },
      { check: 'metadata/idp-keys-imported', reason: 'AWS has only the first certificate.' },
    ],
  },
  {
    id: 'signing-off',
    title: 'An unsigned response is refused by AWS',
    person: 'alice',
    after: [arrange.signingOff],
    expected: 'refused-by-sp',
    tests: 'sp',
    failures: [
      { check: 'signature/presence', reason: 'The application’s signing is switched off in AdminX.' },
      { check: 'metadata/sp-assertions-signed', reason: 'AWS’s metadata asks for signed assertions.' },
    ],
  },
  {
    id: 'name-id-format',
    title: 'A transient NameID is refused by AWS',
    person: 'alice',
    // The request asks for an e-mail address, which this provider then refuses to give.
    noLoginPage: 'sp',
    after: [arrange.nameIdFormat(transient)],
    expected: 'refused-by-sp',
    tests: 'sp',
    failures: [
      {
        check: 'subject/name-id-format',
        reason: 'The application sends transient NameIDs.',
        only: 'idp',
      },
      { check: 'request/name-id-policy', reason: 'AWS asks for an e-mail address.', only: 'sp' },
      { check: 'metadata/idp-name-id-format', reason: 'The provider offers transient NameIDs only.' },
    ],
  },
  {
    id: 'claim-missing',
    title: 'A claim that the mapping leaves out is noticed, though AWS logs the person in',
    person: 'alice',
    after: [arrange.withoutClaim('first_name')],
    failures: [{ check: 'attributes/required', reason: 'The claims mapping in AdminX has no first_name.' }],
  },
  {
    id: 'replay',
    title: 'A response works once: not again in this browser, in another, or after a restart',
    person: 'alice',
    replays: ['same-browser', 'other-browser', 'after-restart'],
    tests: 'sp',
  },
];

/** Every journey, from the portal and from the provider's tile. */
export const cases: readonly LoginCase[] = sketches.flatMap((sketch) => [
  completeCase({ ...sketch, id: `${sketch.id}-sp` }, 'sp'),
  completeCase({ ...sketch, id: `${sketch.id}-idp` }, 'idp'),
]);

/** Fills a sketch in. */
export function completeCase(
  { failures = [], noLoginPage, ...sketch }: Sketch,
  initiatedBy: 'sp' | 'idp',
): LoginCase {
  const expectedFailures = failures
    .filter(({ only }) => only === undefined || only === initiatedBy)
    .map(({ check, reason }) => ({ check, reason }));
  return {
    tests: 'idp',
    expected: 'signed-in',
    phone: {},
    before: [],
    after: [],
    replays: [],
    signOut: false,
    tamperRelayState: false,
    ...sketch,
    expectedFailures,
    loginPage: noLoginPage !== initiatedBy,
    title: `${sketch.title} (${initiatedBy === 'sp' ? 'SP-initiated' : 'IdP-initiated'})`,
    flow: `${initiatedBy}-initiated-login`,
    initiatedBy,
  };
}
