import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Operation } from './config.ts';
import { sessionRequest, stepUpRequest } from './requests.ts';
import type { Challenge, ServiceState } from './state.ts';

/** An answer of the service, before anything goes wrong with it. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What a request asks for; undefined for what the service does not have. */
export function readOperation(
  method: string,
  path: string,
): { readonly operation: Operation; readonly challengeId?: string } | undefined {
  if (method === 'POST' && path === '/v1/verify/sessions') return { operation: 'open-session' };
  if (method === 'POST' && path === '/v1/auth/stepup') return { operation: 'start-step-up' };
  const [, challengeId] = /^\/v1\/auth\/stepup\/([\w-]+)\/result$/.exec(path) ?? [];
  if (method === 'GET' && challengeId !== undefined) return { operation: 'read-result', challengeId };
  return undefined;
}

/** How a request says who it is: by the tenant's key, by something else, or not at all. */
export function readAuthorization(header: string | null, apiKey: string): 'right' | 'wrong' | 'none' {
  if (header === null) return 'none';
  const given = Buffer.from(header);
  const wanted = Buffer.from(`Bearer ${apiKey}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? 'right' : 'wrong';
}

/** Answers as the service would. The guide gives the requests; the fields of answers that it does not name are ours. */
export function answer(
  state: ServiceState,
  { operation, challengeId = '' }: { readonly operation: Operation; readonly challengeId?: string },
  body: string,
): Answer {
  if (operation === 'open-session') return openSession(state, body);
  return operation === 'start-step-up' ? startStepUp(state, body) : readResult(state, challengeId);
}

function openSession(state: ServiceState, body: string): Answer {
  const { data, error } = sessionRequest.safeParse(parse(body));
  if (error !== undefined) return refuse(400, 'invalid_request', z.prettifyError(error));
  const { id, url, expiresAt } = state.openSession(data);
  return {
    status: 201,
    body: { session_id: id, session_url: url, status: 'pending', expires_at: instant(expiresAt) },
  };
}

function startStepUp(state: ServiceState, body: string): Answer {
  const { data, error } = stepUpRequest.safeParse(parse(body));
  if (error !== undefined) return refuse(400, 'invalid_request', z.prettifyError(error));
  if (!state.isEnrolled(data.user_id)) return refuse(404, 'user_not_found', 'No such user is enrolled.');
  const { id, url, expiresAt } = state.startStepUp(data);
  return {
    status: 201,
    body: { challenge_id: id, challenge_url: url, status: 'pending', expires_at: instant(expiresAt) },
  };
}

function readResult(state: ServiceState, id: string): Answer {
  const one = state.challenge(id);
  if (one === undefined) return refuse(404, 'challenge_not_found', 'No such challenge.');
  const status = statusOf(state, one);
  const { decision } = one;
  return {
    status: 200,
    body: {
      challenge_id: id,
      user_id: one.user_id,
      status,
      match_result: decision?.match ?? null,
      liveness_verified: decision?.liveness ?? null,
      ...(decision === undefined ? {} : { completed_at: instant(decision.at) }),
    },
  };
}

/** A result stays what it is; only what nobody answered expires. */
export function statusOf(state: ServiceState, one: Challenge): 'pending' | 'completed' | 'expired' {
  if (one.decision !== undefined) return 'completed';
  return state.isExpired(one) ? 'expired' : 'pending';
}

export function refuse(status: number, code: string, message: string): Answer {
  return { status, body: { code, message } };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
