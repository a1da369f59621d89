import { createHmac } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import type { Ids } from '../core/ids.ts';
import type { SessionRequest, StepUpRequest } from './requests.ts';

/** What a phone gave as its answer to a challenge. */
export interface Decision {
  readonly match: boolean;
  readonly liveness: boolean;
  /** Subject at 1Kosmos of who looked into the phone. */
  readonly by: string;
}

export interface Challenge extends StepUpRequest {
  readonly id: string;
  /** Opaque, and not the id: who sees the address cannot ask for the result. */
  readonly url: string;
  readonly startedAt: number;
  readonly expiresAt: number;
  /** At most one, ever. */
  readonly decision?: Decision & { readonly at: number };
}

export interface ProofingSession extends SessionRequest {
  readonly id: string;
  readonly url: string;
  readonly openedAt: number;
  readonly expiresAt: number;
  readonly outcome?: 'verified' | 'failed';
}

/** A message of the service to the address that the session named. */
export interface Callback {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const signatureHeader = 'x-1kosmos-signature';
const sessionLifeMs = 15 * 60_000;

/** Challenges and proofing sessions of one tenant. Lookups of what is not there give undefined. */
export interface ServiceState {
  readonly challenges: () => readonly Challenge[];
  readonly sessions: () => readonly ProofingSession[];
  readonly challenge: (id: string) => Challenge | undefined;
  readonly session: (id: string) => ProofingSession | undefined;
  readonly startStepUp: (request: StepUpRequest) => Challenge;
  readonly openSession: (request: SessionRequest) => ProofingSession;
  /** One answer a challenge, in time, by whoever; false when it has one or has expired. */
  readonly decide: (id: string, decision: Decision) => boolean;
  /** The end of a proofing, and the callback about it. A verified person is enrolled under a new subject. */
  readonly finish: (id: string, outcome: 'verified' | 'failed') => Callback | undefined;
  readonly isEnrolled: (userId: string) => boolean;
  readonly enrol: (userId: string) => void;
  readonly isExpired: (one: { readonly expiresAt: number }) => boolean;
  readonly reset: () => void;
}

export interface StateParts {
  readonly origin: string;
  readonly users: readonly string[];
  readonly callbackSecret: string;
  readonly clock: Clock;
  readonly ids: Ids;
}

export function createState({ origin, users, callbackSecret, clock, ids }: StateParts): ServiceState {
  const challenges = new Map<string, Challenge>();
  const sessions = new Map<string, ProofingSession>();
  const enrolled = new Set(users);
  const isExpired = ({ expiresAt }: { readonly expiresAt: number }) => clock.now() >= expiresAt;
  return {
    challenges: () => [...challenges.values()],
    sessions: () => [...sessions.values()],
    challenge: (id) => challenges.get(id),
    session: (id) => sessions.get(id),
    startStepUp: (request) => {
      const now = clock.now();
      const expiresAt = now + request.timeout_seconds * 1000;
      const url = `${origin}/stepup/${ids.token()}`;
      const made = { ...request, id: `chl_${ids.token()}`, url, startedAt: now, expiresAt };
      challenges.set(made.id, made);
      return made;
    },
    openSession: (request) => {
      const now = clock.now();
      const url = `${origin}/verify/${ids.token()}`;
      const made = {
        ...request,
        id: `ses_${ids.token()}`,
        url,
        openedAt: now,
        expiresAt: now + sessionLifeMs,
      };
      sessions.set(made.id, made);
      return made;
    },
    decide: (id, decision) => {
      const one = challenges.get(id);
      if (one === undefined || one.decision !== undefined || isExpired(one)) return false;
      // The face is compared with that of the user whom the challenge is about.
      const match = decision.match && decision.by === one.user_id;
      challenges.set(id, { ...one, decision: { ...decision, match, at: clock.now() } });
      return true;
    },
    finish: (id, outcome) => {
      const one = sessions.get(id);
      if (one === undefined || one.outcome !== undefined || isExpired(one)) return undefined;
      sessions.set(id, { ...one, outcome });
      const subject = `bid_${ids.token()}`;
      if (outcome === 'verified') enrolled.add(subject);
      const body = JSON.stringify({
        event: 'verification.completed',
        session_id: id,
        status: outcome,
        ...(outcome === 'verified' ? { user_id: subject, ial: 2 } : {}),
        document_types: one.document_types,
        liveness_mode: one.liveness_mode,
        metadata: one.metadata,
      });
      return { url: one.callback_url, body, headers: callbackHeaders(callbackSecret, body, clock.now()) };
    },
    isEnrolled: (userId) => enrolled.has(userId),
    enrol: (userId) => void enrolled.add(userId),
    isExpired,
    reset: () => {
      challenges.clear();
      sessions.clear();
      enrolled.clear();
      for (const one of users) enrolled.add(one);
    },
  };
}

/**
 * Headers of a callback: `t=<seconds since 1970>,v1=<hexadecimal HMAC-SHA256 over "t.body">`. The guide says nothing
 * of how callbacks are authenticated; this is the form that webhooks commonly have.
 */
export function callbackHeaders(secret: string, body: string, nowMs: number): Record<string, string> {
  const t = Math.floor(nowMs / 1000);
  const v1 = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex');
  return { 'content-type': 'application/json', [signatureHeader]: `t=${t},v1=${v1}` };
}
