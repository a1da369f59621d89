import { decodeJwt } from 'jose';
import type { StepUpSettings } from '../../../harness/config/step-up-schema.ts';
import type {
  CallbackRecord,
  PoolPerson,
  ResourceCallRecord,
} from '../../../harness/model/step-up-records.ts';
import type { RunningStack } from '../../../harness/stack/start-stack.ts';
import { callFrontDoor } from '../front-door-call.ts';
import { names, secrets } from './environment.ts';
import { controlsOf } from './parties.ts';

/** What the pool answered, as far as an application looks at it. */
export interface Reply {
  readonly ok: boolean;
  readonly error?: string;
  readonly challenge?: { readonly session: string; readonly parameters: Readonly<Record<string, string>> };
  readonly signedIn: boolean;
}

type Kind = ResourceCallRecord['token'];

interface Issued {
  readonly idToken: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** What a case does: the application, the person with the phone, and 1Kosmos, each by what they can do. */
export type Journey = ReturnType<typeof createJourney>;

export const person = { userName: 'bob', password: 'Correct-horse-1', email: 'bob@acme.example' } as const;

/** @param settings names of attributes, where a rollout has its own */
export function createJourney(
  stack: RunningStack,
  { linkAttribute, assuranceAttribute }: Pick<StepUpSettings, 'linkAttribute' | 'assuranceAttribute'>,
) {
  const { kosmos, pool } = controlsOf(stack);
  const tokens = new Map<Kind, Issued>();
  const callbacks: CallbackRecord[] = [];
  const resource: ResourceCallRecord[] = [];
  const states: { before?: PoolPerson; beforeCallback?: PoolPerson } = {};
  let last: Reply = { ok: false, signedIn: false };
  let ended: 'tokens' | 'refused' | 'challenge' | 'signed-up' = 'refused';

  async function call(
    operation: string,
    body: object,
  ): Promise<Readonly<Record<string, unknown>> & { failed?: string }> {
    const { status, body: text } = await callFrontDoor(stack, {
      url: names.poolApi,
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify(body),
    });
    const said = JSON.parse(text) as Record<string, unknown>; // the double writes JSON objects
    return status === 200 ? said : { failed: `${String(said.__type)}: ${String(said.message)}` };
  }

  function read(said: Awaited<ReturnType<typeof call>>, kind: Kind): Reply {
    if (said.failed !== undefined) {
      last = { ok: false, error: said.failed, signedIn: false };
      ended = 'refused';
      return last;
    }
    const result = said.AuthenticationResult as Record<string, string> | undefined; // as the API has it
    if (result !== undefined)
      tokens.set(kind, {
        idToken: result.IdToken ?? '',
        accessToken: result.AccessToken ?? '',
        refreshToken: result.RefreshToken ?? tokens.get('step-up')?.refreshToken ?? '',
      });
    const challenge =
      said.ChallengeName === undefined
        ? {}
        : {
            challenge: {
              session: String(said.Session),
              parameters: said.ChallengeParameters as Record<string, string>, // as the API has it
            },
          };
    last = { ok: true, signedIn: result !== undefined, ...challenge };
    if (kind === 'step-up') ended = result === undefined ? 'challenge' : 'tokens';
    return last;
  }

  const state = async (): Promise<PoolPerson | undefined> => {
    const users = await pool.get<readonly (PoolPerson & { username: string })[]>('/users');
    const found = users.find(({ username }) => username === person.userName);
    return found && { status: found.status, attributes: found.attributes };
  };

  async function signUp(attributes: Readonly<Record<string, string>>): Promise<string | undefined> {
    const said = await call('SignUp', {
      ClientId: names.everydayClient,
      Username: person.userName,
      Password: person.password,
      UserAttributes: Object.entries({ email: person.email, ...attributes }).map(([Name, Value]) => ({
        Name,
        Value,
      })),
    });
    ended = said.failed === undefined ? 'signed-up' : 'refused';
    return said.failed;
  }

  /** The newest challenge at 1Kosmos; an answer of the phone goes to it. */
  const newestChallenge = async () => {
    const all = await kosmos.get<readonly { id: string }[]>('/challenges');
    return all.at(-1)?.id;
  };

  async function deliver(
    how: CallbackRecord['how'],
    about: Pick<CallbackRecord, 'sessionId' | 'outcome'>,
    message: { url: string; headers: Readonly<Record<string, string>>; body: string },
  ): Promise<void> {
    const before = await state();
    if (before !== undefined) states.beforeCallback ??= before;
    const { status } = await callFrontDoor(stack, { method: 'POST', ...message });
    const changed = JSON.stringify(before?.attributes) !== JSON.stringify((await state())?.attributes);
    const { user_id: userId } = JSON.parse(message.body) as { user_id?: string }; // made by the double, or just below
    callbacks.push({
      how,
      ...about,
      userName: person.userName,
      status,
      changed,
      ...(userId === undefined ? {} : { userId }),
    });
  }

  return {
    // --- the rollout's state ---
    /** A person who was proofed before, and can step up. */
    proofed: async ({ linked = true } = {}) => {
      const kept = {
        email: person.email,
        [assuranceAttribute]: '2',
        ...(linked ? { [linkAttribute]: 'bid_bob' } : {}),
      };
      await pool.send('PUT', `/accounts/${person.userName}`, { attributes: kept, password: person.password });
      for (const id of ['bid_bob', 'bid_mallory']) await kosmos.send('PUT', `/users/${id}`);
      states.before = (await state()) ?? { status: '', attributes: {} };
    },
    mode: (mode: string, more: object = {}) => kosmos.send('PUT', '/mode', { mode, ...more }),
    /** Lets time pass at 1Kosmos. */
    pass: (ms: number) => kosmos.send('PUT', '/clock', { offsetMs: ms }),
    /** Lets time pass at the pool. */
    passAtPool: (ms: number) => pool.send('PUT', '/clock', { offsetMs: ms }),

    // --- the application ---
    signUp: () => signUp({}),
    /** Somebody who says of themselves that they were proofed. */
    claimAtSignUp: () => signUp({ [linkAttribute]: 'bid_mallory', [assuranceAttribute]: '2' }),
    confirm: async () => {
      const { code } = await pool.get<{ code: string }>(`/codes/${person.userName}`);
      const said = await call('ConfirmSignUp', {
        ClientId: names.everydayClient,
        Username: person.userName,
        ConfirmationCode: code,
      });
      ended = said.failed === undefined ? 'signed-up' : 'refused';
      return said.failed;
    },
    /** A high-value request: the application asks for a step-up. */
    begin: async (userName: string = person.userName) => {
      const AuthParameters = { USERNAME: userName };
      const body = { ClientId: names.stepUpClient, AuthFlow: 'CUSTOM_AUTH', AuthParameters };
      return read(await call('InitiateAuth', body), 'step-up');
    },
    /** Answers the challenge; the application says only that the person is ready. */
    answer: async (answer = 'ready', session = last.challenge?.session ?? '') =>
      read(
        await call('RespondToAuthChallenge', {
          ClientId: names.stepUpClient,
          ChallengeName: 'CUSTOM_CHALLENGE',
          Session: session,
          ChallengeResponses: { USERNAME: person.userName, ANSWER: answer },
        }),
        'step-up',
      ),
    signInByPassword: async () =>
      read(
        await call('InitiateAuth', {
          ClientId: names.everydayClient,
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: person.userName, PASSWORD: person.password },
        }),
        'password',
      ),
    refresh: async () =>
      read(
        await call('InitiateAuth', {
          ClientId: names.stepUpClient,
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: { REFRESH_TOKEN: tokens.get('step-up')?.refreshToken ?? '' },
        }),
        'refreshed',
      ),
    /** The same after signing in. */
    claimLater: () =>
      call('UpdateUserAttributes', {
        AccessToken: tokens.get('password')?.accessToken ?? '',
        UserAttributes: [{ Name: assuranceAttribute, Value: '3' }],
      }),
    signOut: async () => {
      const AccessToken = tokens.get('step-up')?.accessToken ?? '';
      await call('GlobalSignOut', { AccessToken });
      await call('GetUser', { AccessToken });
    },
    /** Asks for the protected resource with the token of a kind. */
    reach: async (kind: Kind) => {
      const token = tokens.get(kind)?.idToken;
      const { status } = await callFrontDoor(stack, {
        url: names.resource,
        method: 'POST',
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      });
      resource.push({ token: kind, status });
    },
    last: () => last,

    // --- the person, with the phone ---
    lookIntoPhone: async (decision: { match?: boolean; liveness?: boolean; by?: string } = {}) => {
      const id = await newestChallenge();
      if (id !== undefined) await kosmos.send('POST', `/challenges/${id}/decision`, decision);
      return id;
    },
    /** A challenge of somebody else, answered by them. */
    approveElsewhere: async () => {
      const answer = await callFrontDoor(stack, {
        url: `${names.kosmosOrigin}/v1/auth/stepup`,
        method: 'POST',
        headers: { authorization: `Bearer ${secrets.apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify({ user_id: 'bid_mallory', reason_code: 'high_value_transaction' }),
      });
      const { challenge_id: id } = JSON.parse(answer.body) as { challenge_id: string }; // the double wrote it
      await kosmos.send('POST', `/challenges/${id}/decision`, {});
      return id;
    },
    /** Goes through the proofing that was opened, and 1Kosmos tells the application. */
    finishProofing: async (outcome: 'verified' | 'failed') => {
      const [session] = await kosmos.get<readonly { id: string }[]>('/sessions');
      if (session === undefined) return undefined;
      const { callback } = await kosmos.send<{ callback: Parameters<typeof deliver>[2] }>(
        'POST',
        `/sessions/${session.id}/finish`,
        { outcome },
      );
      await deliver('genuine', { sessionId: session.id, outcome }, callback);
      return callback;
    },
    repeat: async (callback: Parameters<typeof deliver>[2] | undefined) => {
      if (callback === undefined) return;
      const { session_id: sessionId } = JSON.parse(callback.body) as { session_id: string }; // the double wrote it
      await deliver('repeated', { sessionId, outcome: 'verified' }, callback);
    },
    /** A message about a proofing, signed by nobody who may, or by 1Kosmos about another session. */
    forge: async (how: 'forged' | 'other-session', sessionId?: string) => {
      const [session] = await kosmos.get<readonly { id: string }[]>('/sessions');
      const id = sessionId ?? (how === 'forged' ? (session?.id ?? 'ses_none') : 'ses_of_somebody_else');
      const { callback } = await kosmos.send<{ callback: Parameters<typeof deliver>[2] }>(
        'POST',
        '/callbacks/forge',
        {
          url: names.callbackUrl,
          secret: how === 'forged' ? 'a guess of the attacker' : secrets.callbackSecret,
          body: JSON.stringify({
            event: 'verification.completed',
            session_id: id,
            status: 'verified',
            user_id: 'bid_mallory',
            ial: 2,
            metadata: { cognito_user_pool: names.poolId, cognito_username: person.userName },
          }),
        },
      );
      await deliver(how, { sessionId: id, outcome: 'verified' }, callback);
    },

    // --- the harness ---
    /** Waits for the pool to be done with what an application has given up waiting for. */
    untilAnswered: async () => {
      const isUnderWay = async () =>
        (await pool.get<readonly { status: number }[]>('/api-calls')).some(({ status }) => status === 0);
      while (await isUnderWay()) await new Promise((resolve) => setTimeout(resolve, 100));
    },
    /** Calls a function to see what it does. */
    probe: (source: string, request: Readonly<Record<string, unknown>>, response: object = {}) =>
      pool.send('POST', '/probes', {
        source,
        userName: person.userName,
        clientId: names.stepUpClient,
        request: { userAttributes: { sub: 'a-sub', [linkAttribute]: 'bid_bob' }, ...request },
        response,
      }),
    claims: (kind: Kind) => decodeJwt(tokens.get(kind)?.idToken ?? ''),
    seen: async () => {
      const after = await state();
      return {
        outcome: ended,
        callbacks,
        resource,
        person: { ...states, ...(after === undefined ? {} : { after }) },
      };
    },
  };
}
