import type { Biometric } from '../../harness/model/records.ts';
import type { WeaknessId } from '../../harness/model/weaknesses.ts';
import type { SigningKey } from '../core/keys.ts';
import type { Application, IdpConfig, User } from './config.ts';
import type { AuthnRequest } from './read-request.ts';

export type KeyName = 'primary' | 'rollover';

export interface Device {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly biometrics: readonly Biometric[];
  readonly publicKeyJwk: Readonly<Record<string, unknown>>;
}

/** Why a code stopped working before its time. */
export type FailReason =
  | 'biometric'
  | 'liveness'
  | 'number'
  | 'not-enrolled'
  | 'other-person'
  | 'unverified'
  | 'too-many-attempts';

/** One QR code. A login has one at a time; reloading the page makes another. */
export interface Code {
  readonly challenge: string;
  readonly qr: string;
  readonly number: string;
  readonly numbers: readonly string[];
  readonly issuedAt: number;
  readonly expiresAt: number;
  state: 'waiting' | 'scanned' | 'approved' | 'denied' | 'failed' | 'replaced';
  reason?: FailReason;
  device?: Device;
}

/** Proof that a person has been there. */
export interface Authentication {
  readonly email: string;
  readonly biometric: Biometric;
  readonly at: number;
}

/** One login from the request that asked for it to the response. */
export interface Login {
  readonly id: string;
  readonly applicationId: string;
  readonly createdAt: number;
  /** Absent when IdP-initiated. */
  readonly request?: AuthnRequest;
  readonly relayState?: string;
  /** Whom the application expects; compared without regard to case. */
  readonly hint?: string;
  /** The browser that first opened it, by its cookie. */
  browser?: string;
  readonly codes: Code[];
  wrongAnswers: number;
  authentication?: Authentication;
  finished: boolean;
}

export interface Session extends Authentication {
  readonly index: string;
  readonly expiresAt: number;
}

/** All that the double knows. `durable` survives a restart. */
export interface IdpState {
  durable: {
    readonly users: Map<string, User>;
    readonly applications: Map<string, Application>;
    readonly devices: Map<string, Device>;
    readonly enrolmentCodes: Map<string, { email: string; expiresAt: number }>;
    activeKey: KeyName;
    /** Requests that were served, by issuer and ID, until when they would be too old anyway. */
    readonly servedRequests: Map<string, number>;
    weaknesses: readonly WeaknessId[];
    publishedKeys: readonly KeyName[];
  };
  volatile: {
    readonly logins: Map<string, Login>;
    readonly sessions: Map<string, Session>;
  };
}

export type IdpKeys = Readonly<Record<KeyName, SigningKey>>;

export function createState(config: IdpConfig): IdpState {
  return {
    durable: {
      users: new Map(config.users.map((user) => [user.email, user])),
      applications: new Map(config.applications.map((application) => [application.id, application])),
      devices: new Map(),
      enrolmentCodes: new Map(),
      servedRequests: new Map(),
      weaknesses: config.weaknesses,
      activeKey: 'primary',
      publishedKeys: ['primary'],
    },
    volatile: forgetful(),
  };
}

/** What a restart leaves of logins and sessions: nothing. */
export function forgetful(): IdpState['volatile'] {
  return { logins: new Map(), sessions: new Map() };
}

/** Whether a safeguard is missing: never, unless the double was made weak on purpose. */
export function lacks({ durable }: Pick<IdpState, 'durable'>, safeguard: WeaknessId): boolean {
  return durable.weaknesses.includes(safeguard);
}
