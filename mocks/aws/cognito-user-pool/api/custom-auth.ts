import { z } from 'zod';
import type { Pool } from '../pool.ts';
import { PoolError } from '../pool-error.ts';
import type { AppClient, PoolUser } from '../types.ts';
import type { ChallengeSessions, PastChallenge, PendingChallenge } from './challenge-sessions.ts';
import type { Metadata } from './read-request.ts';
import { eventAttributes } from './user-reply.ts';

/** Where a sign-in stands after a step. */
export type Step =
  | {
      readonly kind: 'challenge';
      readonly challengeName: string;
      readonly session: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'signed-in'; readonly user: PoolUser };

interface SignIn {
  readonly client: AppClient;
  /** Undefined for somebody who is not in the pool, where the client hides that. */
  readonly user: PoolUser | undefined;
  readonly userName: string;
  readonly history: readonly PastChallenge[];
  readonly metadata: Metadata;
}

const map = z.record(z.string(), z.string());
const define = z.object({
  challengeName: z.string().nullish(),
  issueTokens: z.boolean().nullish(),
  failAuthentication: z.boolean().nullish(),
});
const create = z.object({
  publicChallengeParameters: map.nullish(),
  privateChallengeParameters: map.nullish(),
  challengeMetadata: z.string().nullish(),
});
const verify = z.object({ answerCorrect: z.boolean().nullish() });

/** The first step of CUSTOM_AUTH. `clientMetadata` is not handed on from InitiateAuth (COG, define auth challenge). */
export function beginCustomAuth(
  pool: Pool,
  sessions: ChallengeSessions,
  client: AppClient,
  user: PoolUser | undefined,
  userName: string,
): Promise<Step> {
  return decide(pool, sessions, { client, user, userName, history: [], metadata: undefined });
}

/** The answer to a custom challenge: verified, kept, and decided on. A wrong one is no error by itself. */
export async function answerChallenge(
  pool: Pool,
  sessions: ChallengeSessions,
  client: AppClient,
  pending: PendingChallenge,
  answer: string,
  metadata: Metadata,
): Promise<Step> {
  const user = pending.userNotFound ? undefined : pool.users.get(pending.userName);
  const { userName } = pending;
  const { answerCorrect } = await call(pool, verify, 'VerifyAuthChallengeResponse_Authentication', client, {
    userName,
    request: {
      userAttributes: attributesOf(user),
      privateChallengeParameters: pending.privateParameters,
      challengeAnswer: answer,
      ...withMetadata(metadata),
      ...notFound(client, user),
    },
    response: { answerCorrect: null },
  });
  const past: PastChallenge = {
    challengeName: pending.challengeName,
    challengeResult: answerCorrect === true,
    challengeMetadata: pending.metadata,
  };
  return decide(pool, sessions, { client, user, userName, history: [...pending.history, past], metadata });
}

async function decide(pool: Pool, sessions: ChallengeSessions, signIn: SignIn): Promise<Step> {
  const { client, user, userName, history, metadata } = signIn;
  const decision = await call(pool, define, 'DefineAuthChallenge_Authentication', client, {
    userName,
    request: {
      userAttributes: attributesOf(user),
      session: history,
      ...withMetadata(metadata),
      ...notFound(client, user),
    },
    response: { challengeName: null, issueTokens: null, failAuthentication: null },
  });
  if (decision.failAuthentication === true) throw refused();
  if (decision.issueTokens === true) {
    if (user === undefined) throw refused();
    return { kind: 'signed-in', user };
  }
  if (decision.challengeName !== 'CUSTOM_CHALLENGE') {
    // Password verifiers need SRP, which this double does not speak.
    pool.events.record(
      'defect',
      { challengeName: decision.challengeName ?? null },
      'Challenge not supported',
    );
    throw new PoolError('InvalidLambdaResponseException', 'Unrecognizable lambda output');
  }
  return challenge(pool, sessions, signIn, decision.challengeName);
}

async function challenge(
  pool: Pool,
  sessions: ChallengeSessions,
  { client, user, userName, history, metadata }: SignIn,
  challengeName: string,
): Promise<Step> {
  const made = await call(pool, create, 'CreateAuthChallenge_Authentication', client, {
    userName,
    request: {
      userAttributes: attributesOf(user),
      challengeName,
      session: history,
      ...withMetadata(metadata),
      ...notFound(client, user),
    },
    response: { publicChallengeParameters: null, privateChallengeParameters: null, challengeMetadata: null },
  });
  const session = `${pool.ids.token()}${pool.ids.token()}`;
  sessions.begin(session, {
    clientId: client.id,
    userName,
    userNotFound: user === undefined,
    challengeName,
    history,
    privateParameters: made.privateChallengeParameters ?? {},
    metadata: made.challengeMetadata ?? null,
    expiresAt: pool.clock.now() + client.authSessionMinutes * 60_000,
  });
  // The user name is what the application answers with.
  const parameters = { ...made.publicChallengeParameters, USERNAME: userName };
  return { kind: 'challenge', challengeName, session, parameters };
}

async function call<T>(
  pool: Pool,
  shape: z.ZodType<T>,
  source: Parameters<Pool['trigger']>[0],
  client: AppClient,
  about: Omit<Parameters<Pool['trigger']>[1], 'clientId'>,
): Promise<T> {
  const { response } = await pool.trigger(source, { clientId: client.id, ...about });
  const { data, error } = shape.safeParse(response);
  if (error !== undefined)
    throw new PoolError('InvalidLambdaResponseException', 'Unrecognizable lambda output');
  return data;
}

function attributesOf(user: PoolUser | undefined): Readonly<Record<string, string>> {
  return user === undefined ? {} : eventAttributes(user);
}

function withMetadata(metadata: Metadata) {
  return metadata === undefined ? {} : { clientMetadata: metadata };
}

/** Only a client that hides who is in the pool has its functions told so. */
function notFound({ hidesUsers }: AppClient, user: PoolUser | undefined) {
  return hidesUsers ? { userNotFound: user === undefined } : {};
}

function refused(): PoolError {
  return new PoolError('NotAuthorizedException', 'Incorrect username or password.');
}
