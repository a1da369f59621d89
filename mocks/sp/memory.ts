import type { Ids } from '../core/ids.ts';
import { createShelf, type Shelf } from '../core/web/shelf.ts';
import type { Statement } from './accept/types.ts';

/** A login that was sent to the identity provider and is waited for. */
export interface PendingLogin {
  readonly requestId: string;
  /** Entity ID of the identity provider that was asked. */
  readonly issuer: string;
  /** Sent with the request, expected back with the response. */
  readonly relayState: string;
  /** Secret of the browser that asked. */
  readonly browser: string;
  /** Own path to go to afterwards. */
  readonly target: string;
  readonly expiresAt: number;
}

export interface Session {
  /** Secret in the session's cookie. */
  readonly id: string;
  /** Name of the account. */
  readonly account: string;
  /** What the identity provider said of the person. */
  readonly login: Statement;
  /** Secret of the browser that it began in. */
  readonly browser: string;
  readonly startedAt: number;
  readonly expiresAt: number;
}

/** IDs that were used, by kind, each until a moment after which it would be refused anyway (Profiles 4.1.4.5). */
export interface UsedIds {
  /** Remembers it and gives true, unless it is known: one step, so that of two at one instant one loses. */
  readonly claim: (key: string, until: number) => boolean;
  readonly has: (key: string) => boolean;
  readonly forget: () => void;
}

/** What the service provider keeps. Sessions are gone after a restart, all else is durable. */
export interface Memory {
  /** Names of accounts. */
  readonly accounts: Set<string>;
  readonly used: UsedIds;
  /** Used IDs of one node of several alone; strict code keeps none there. */
  readonly usedHere: UsedIds;
  /** Used IDs that a restart forgets; strict code keeps none there. */
  readonly usedVolatile: UsedIds;
  readonly pending: Shelf<PendingLogin>;
  readonly sessions: Shelf<Session>;
  /** The session that a browser has, by its secret. */
  readonly current: Shelf<{ readonly sessionId: string; readonly expiresAt: number }>;
  readonly restart: () => void;
}

export function createMemory(now: () => number, ids: Ids): Memory {
  const usedVolatile = createUsedIds(now);
  const sessions = createShelf<Session>(now, ids);
  const current = createShelf<{ sessionId: string; expiresAt: number }>(now, ids);
  return {
    accounts: new Set(),
    used: createUsedIds(now),
    usedHere: createUsedIds(now),
    usedVolatile,
    pending: createShelf<PendingLogin>(now, ids),
    sessions,
    current,
    restart: () => {
      usedVolatile.forget();
      sessions.clear();
      current.clear();
    },
  };
}

/** How many more entries there may be than at the last clean-up before the next. */
const slack = 1_000;

export function createUsedIds(now: () => number): UsedIds {
  const used = new Map<string, number>();
  let cleanAt = slack;
  const clean = () => {
    if (used.size < cleanAt) return;
    for (const [key, until] of used) if (until <= now()) used.delete(key);
    cleanAt = used.size + slack;
  };
  const has = (key: string) => (used.get(key) ?? Number.NEGATIVE_INFINITY) > now();
  return {
    has,
    claim: (key, until) => {
      if (has(key)) return false;
      clean();
      used.set(key, until);
      return true;
    },
    forget: () => used.clear(),
  };
}
