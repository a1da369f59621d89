import type { Ids } from '../../core/ids.ts';
import { createShelf, type Shelf } from '../../core/web/shelf.ts';
import type { AuthorizeRequest } from './authorize.ts';
import type { FederationLog } from './federation-log.ts';

/** A person who is at a provider, and what to go on with when they come back. At most five minutes (COG). */
export interface Pending {
  readonly request: AuthorizeRequest;
  readonly provider: string;
  readonly expiresAt: number;
  /** Value of the cookie that binds it to the browser. */
  readonly browser: string;
  /** Sent to an OpenID provider. */
  readonly nonce?: string;
  readonly codeVerifier?: string;
  /** ID of the AuthnRequest to a SAML provider. */
  readonly requestId?: string;
  readonly log: FederationLog;
}

/** An authorization code of the pool: five minutes, one use (COG). */
export interface IssuedCode {
  readonly request: AuthorizeRequest;
  readonly username: string;
  readonly authTimeMs: number;
  readonly expiresAt: number;
}

/** The hosted UI's own session of a browser: an hour (COG). */
export interface HostedSession {
  readonly username: string;
  readonly provider: string;
  readonly authTimeMs: number;
  readonly expiresAt: number;
}

export interface HostedState {
  readonly pending: Shelf<Pending>;
  readonly codes: Shelf<IssuedCode>;
  readonly sessions: Shelf<HostedSession>;
  /** IDs of SAML assertions that were taken. */
  readonly assertions: Shelf<{ readonly expiresAt: number }>;
  readonly clear: () => void;
}

export const pendingMs = 5 * 60_000;
export const codeMs = 5 * 60_000;
export const sessionMs = 60 * 60_000;

export function createHostedState(now: () => number, ids: Ids): HostedState {
  const pending = createShelf<Pending>(now, ids);
  const codes = createShelf<IssuedCode>(now, ids);
  const sessions = createShelf<HostedSession>(now, ids);
  const assertions = createShelf<{ readonly expiresAt: number }>(now, ids);
  return {
    pending,
    codes,
    sessions,
    assertions,
    clear: () => {
      for (const shelf of [pending, codes, sessions, assertions]) shelf.clear();
    },
  };
}
