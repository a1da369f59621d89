import type { Ids } from '../../core/ids.ts';
import { createShelf, type Shelf } from '../../core/web/shelf.ts';
import type { DeepLink } from './relay-state.ts';

/** A login that was sent to the identity provider and is waited for. */
export interface PendingLogin {
  readonly requestId: string;
  readonly relayState: string;
  /** Secret in the cookie of the browser that asked. */
  readonly browser: string;
  readonly destination: DeepLink | undefined;
  readonly expiresAt: number;
}

/** An accepted response, on its way from the ACS to the portal's host. */
export interface Handoff {
  readonly key: string;
  /** Not the name, which may change meanwhile. */
  readonly userId: string;
  /** Absent when nobody asked for the login: then any browser may bring it. */
  readonly browser: string | undefined;
  readonly destination: DeepLink | undefined;
  readonly sessionUntil: number;
  readonly expiresAt: number;
}

export interface Session {
  readonly key: string;
  readonly userId: string;
  readonly startedAt: number;
  readonly expiresAt: number;
}

/** What only memory holds: gone after a restart. */
export interface Logins {
  readonly pending: Shelf<PendingLogin>;
  readonly handoffs: Shelf<Handoff>;
  readonly sessions: Shelf<Session>;
  readonly forget: () => void;
  /** Ends what somebody has open who is removed or switched off. */
  readonly end: (userId: string) => void;
}

export function createLogins(now: () => number, ids: Ids): Logins {
  const pending = createShelf<PendingLogin>(now, ids);
  const handoffs = createShelf<Handoff>(now, ids);
  const sessions = createShelf<Session>(now, ids);
  return {
    pending,
    handoffs,
    sessions,
    forget: () => {
      for (const shelf of [pending, handoffs, sessions]) shelf.clear();
    },
    end: (userId) => {
      for (const shelf of [handoffs, sessions])
        for (const one of shelf.list()) if (one.userId === userId) shelf.take(one.key);
    },
  };
}
