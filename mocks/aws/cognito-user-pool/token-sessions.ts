import { createHash } from 'node:crypto';
import { PoolError } from './pool-error.ts';

/** What one login left behind: a refresh token, and the tokens that come of it. */
export interface TokenSession {
  /** `origin_jti` of every token of this login. */
  readonly originJti: string;
  readonly username: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly authTimeMs: number;
  readonly nonce?: string;
  readonly expiresAtMs: number;
}

/** Logins that still hold. Refresh tokens are kept as hashes. */
export interface TokenSessions {
  readonly begin: (refreshToken: string, session: TokenSession) => void;
  /** @throws PoolError NotAuthorizedException, in the words of AWS */
  readonly byRefreshToken: (refreshToken: string, clientId: string, nowMs: number) => TokenSession;
  readonly holds: (originJti: string) => boolean;
  readonly endOne: (refreshToken: string, clientId: string) => void;
  readonly endAllOf: (username: string) => void;
  readonly clear: () => void;
}

export function createSessions(): TokenSessions {
  const sessions = new Map<string, TokenSession>();
  const ended = new Set<string>();
  const end = (key: string) => {
    sessions.delete(key);
    ended.add(key);
  };
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  return {
    begin: (refreshToken, session) => void sessions.set(hash(refreshToken), session),
    byRefreshToken: (refreshToken, clientId, nowMs) => {
      const key = hash(refreshToken);
      if (ended.has(key)) throw new PoolError('NotAuthorizedException', 'Refresh Token has been revoked');
      const session = sessions.get(key);
      if (session === undefined || session.clientId !== clientId)
        throw new PoolError('NotAuthorizedException', 'Invalid Refresh Token');
      if (session.expiresAtMs <= nowMs)
        throw new PoolError('NotAuthorizedException', 'Refresh Token has expired');
      return session;
    },
    holds: (originJti) => [...sessions.values()].some((one) => one.originJti === originJti),
    endOne: (refreshToken, clientId) => {
      const key = hash(refreshToken);
      if (sessions.get(key)?.clientId === clientId) end(key);
    },
    endAllOf: (username) => {
      for (const [key, one] of [...sessions]) if (one.username === username) end(key);
    },
    clear: () => {
      sessions.clear();
      ended.clear();
    },
  };
}
