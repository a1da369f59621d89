import { z } from 'zod';
import type { Answered } from './answer.ts';
import { sessionMark } from './challenge-sessions.ts';
import type { ApiCall, ApiResult } from './log.ts';
import { attributes } from './read-request.ts';
import { claimsOf } from './sign-in.ts';

const map = z.record(z.string(), z.string());

/** What of a request may be kept: everything but passwords, codes, hashes and tokens. */
const kept = z.object({
  ClientId: z.string().optional().catch(undefined),
  Username: z.string().optional().catch(undefined),
  AuthFlow: z.string().optional().catch(undefined),
  ChallengeName: z.string().optional().catch(undefined),
  Session: z.string().optional().catch(undefined),
  AuthParameters: map.default({}).catch({}),
  ChallengeResponses: map.default({}).catch({}),
  ClientMetadata: map.optional().catch(undefined),
  UserAttributes: attributes.catch({}),
});

export function describeCall(answered: Answered, at: number, durationMs: number): ApiCall {
  const { operation, status } = answered;
  const asked = kept.parse(answered.body);
  const userName = asked.Username ?? asked.AuthParameters.USERNAME ?? asked.ChallengeResponses.USERNAME;
  const hasAttributes = Object.keys(asked.UserAttributes).length > 0;
  return {
    at: new Date(at).toISOString(),
    operation,
    ...given('clientId', asked.ClientId),
    ...given('userName', userName),
    ...given('flow', asked.AuthFlow),
    ...given('challengeName', asked.ChallengeName),
    ...given('session', asked.Session === undefined ? undefined : sessionMark(asked.Session)),
    ...given('answer', asked.ChallengeResponses.ANSWER),
    ...given('clientMetadata', asked.ClientMetadata),
    ...(hasAttributes ? { attributes: asked.UserAttributes } : {}),
    status,
    result: describeResult(answered),
    durationMs,
  };
}

const replies = z.object({
  ChallengeName: z.string().optional(),
  Session: z.string().optional(),
  ChallengeParameters: map.optional(),
  UserConfirmed: z.boolean().optional(),
});

function describeResult({ error, reply }: Answered): ApiResult {
  if (error !== undefined) return { kind: 'refused', ...error };
  const claims = claimsOf(reply ?? {});
  if (claims !== undefined) return { kind: 'tokens', ...claims };
  const { ChallengeName, Session, ChallengeParameters = {}, UserConfirmed } = replies.parse(reply ?? {});
  if (ChallengeName !== undefined && Session !== undefined)
    return {
      kind: 'challenge',
      challengeName: ChallengeName,
      session: sessionMark(Session),
      parameters: ChallengeParameters,
    };
  return { kind: 'done', ...(UserConfirmed === undefined ? {} : { confirmed: UserConfirmed }) };
}

/** A field, or nothing when it has no value. */
function given<K extends string, V>(name: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, V>); // a computed key widens to string
}
