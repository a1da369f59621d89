import { createHash } from 'node:crypto';
import { PoolError } from '../pool-error.ts';

/** One entry of what the challenge triggers are told of a sign-in so far. */
export interface PastChallenge {
  readonly challengeName: string;
  readonly challengeResult: boolean;
  readonly challengeMetadata: string | null;
}

/** A sign-in that waits for the answer to a challenge. */
export interface PendingChallenge {
  readonly clientId: string;
  readonly userName: string;
  /** The user is not in the pool, which the caller must not learn. */
  readonly userNotFound: boolean;
  readonly challengeName: string;
  readonly history: readonly PastChallenge[];
  readonly privateParameters: Readonly<Record<string, string>>;
  readonly metadata: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Sessions of challenges: opaque, good for one answer, short-lived (COG, custom authentication challenge triggers). */
export interface ChallengeSessions {
  readonly begin: (session: string, challenge: PendingChallenge) => void;
  /** @throws PoolError NotAuthorizedException, in the words of AWS */
  readonly take: (session: string, clientId: string, nowMs: number) => PendingChallenge;
  readonly clear: () => void;
}

export function createChallengeSessions(): ChallengeSessions {
  const pending = new Map<string, PendingChallenge>();
  const used = new Set<string>();
  const refuse = (more: string) =>
    new PoolError('NotAuthorizedException', `Invalid session for the user${more}.`);
  return {
    begin: (session, challenge) => void pending.set(session, challenge),
    take: (session, clientId, nowMs) => {
      if (used.has(session)) throw refuse(', session can only be used once');
      const found = pending.get(session);
      if (found === undefined || found.clientId !== clientId) throw refuse('');
      pending.delete(session);
      used.add(session);
      if (nowMs >= found.expiresAt) throw refuse(', session is expired');
      return found;
    },
    clear: () => {
      pending.clear();
      used.clear();
    },
  };
}

/** What a log has in place of a Session. */
export function sessionMark(session: string): string {
  return createHash('sha256').update(session).digest('hex').slice(0, 12);
}
