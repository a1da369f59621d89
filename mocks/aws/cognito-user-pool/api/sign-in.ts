import { decodeJwt } from 'jose';
import type { Pool } from '../pool.ts';
import { PoolError } from '../pool-error.ts';
import type { IssuedTokens } from '../tokens.ts';
import type { AppClient, PoolUser } from '../types.ts';
import type { ChallengeSessions } from './challenge-sessions.ts';
import { answerChallenge, beginCustomAuth, type Step } from './custom-auth.ts';
import { findClient, type Metadata, read, requests } from './read-request.ts';
import { eventAttributes } from './user-reply.ts';

/** Flows of each operation, and what an app client must allow for them. */
const flows = {
  InitiateAuth: {
    CUSTOM_AUTH: 'ALLOW_CUSTOM_AUTH',
    USER_PASSWORD_AUTH: 'ALLOW_USER_PASSWORD_AUTH',
    REFRESH_TOKEN_AUTH: 'ALLOW_REFRESH_TOKEN_AUTH',
    REFRESH_TOKEN: 'ALLOW_REFRESH_TOKEN_AUTH',
  },
  AdminInitiateAuth: {
    CUSTOM_AUTH: 'ALLOW_CUSTOM_AUTH',
    ADMIN_USER_PASSWORD_AUTH: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
    ADMIN_NO_SRP_AUTH: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
    REFRESH_TOKEN_AUTH: 'ALLOW_REFRESH_TOKEN_AUTH',
    REFRESH_TOKEN: 'ALLOW_REFRESH_TOKEN_AUTH',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

const incorrect = () => new PoolError('NotAuthorizedException', 'Incorrect username or password.');

/** InitiateAuth and AdminInitiateAuth. */
export async function initiateAuth(
  pool: Pool,
  sessions: ChallengeSessions,
  operation: keyof typeof flows,
  body: unknown,
) {
  const { ClientId, AuthFlow, AuthParameters, ClientMetadata } = read(requests.initiateAuth, body);
  const userName = AuthParameters.USERNAME ?? '';
  const client = findClient(pool, ClientId, userName, AuthParameters.SECRET_HASH);
  refuseFlow(operation, AuthFlow, client);
  if (AuthFlow.startsWith('REFRESH_TOKEN'))
    return refreshed(pool, client, AuthParameters.REFRESH_TOKEN ?? '', ClientMetadata);
  if (userName === '')
    throw new PoolError('InvalidParameterException', 'Missing required parameter USERNAME');
  const user = findUser(pool, client, userName);
  if (user !== undefined)
    await pool.trigger('PreAuthentication_Authentication', {
      userName,
      clientId: client.id,
      request: { userAttributes: eventAttributes(user), validationData: null },
      response: {},
    });
  if (AuthFlow !== 'CUSTOM_AUTH') {
    if (user?.password === undefined || user.password !== AuthParameters.PASSWORD) throw incorrect();
    return finish(pool, client, { kind: 'signed-in', user }, ClientMetadata);
  }
  if (AuthParameters.CHALLENGE_NAME === 'SRP_A')
    throw new PoolError('InvalidParameterException', 'This double does not speak SRP.');
  const step = await beginCustomAuth(pool, sessions, client, user, userName);
  // The metadata of the request reaches only the triggers that come before and after the challenges.
  return finish(pool, client, step, ClientMetadata);
}

/** RespondToAuthChallenge and AdminRespondToAuthChallenge. */
export async function respond(pool: Pool, sessions: ChallengeSessions, body: unknown) {
  const asked = read(requests.respond, body);
  const { USERNAME: userName = '', ANSWER: answer, SECRET_HASH: hash } = asked.ChallengeResponses;
  const client = findClient(pool, asked.ClientId, userName, hash);
  if (answer === undefined)
    throw new PoolError('InvalidParameterException', 'Missing required parameter ANSWER');
  const pending = sessions.take(asked.Session, client.id, pool.clock.now());
  if (pending.userName !== userName || pending.challengeName !== asked.ChallengeName)
    throw new PoolError('NotAuthorizedException', 'Invalid session for the user.');
  const step = await answerChallenge(pool, sessions, client, pending, answer, asked.ClientMetadata);
  return finish(pool, client, step, asked.ClientMetadata);
}

/** GetTokensFromRefreshToken, and the two flows of InitiateAuth. */
export async function refreshed(pool: Pool, client: AppClient, token: string, metadata?: Metadata) {
  const issued = await pool.tokens.refresh(client, token, metadata);
  return { AuthenticationResult: resultOf(issued), ChallengeParameters: {} };
}

async function finish(pool: Pool, client: AppClient, step: Step, metadata: Metadata) {
  if (step.kind === 'challenge')
    return {
      ChallengeName: step.challengeName,
      Session: step.session,
      ChallengeParameters: step.parameters,
    };
  const { user } = step;
  await pool.trigger('PostAuthentication_Authentication', {
    userName: user.username,
    clientId: client.id,
    request: {
      userAttributes: eventAttributes(user),
      newDeviceUsed: false,
      ...(metadata === undefined ? {} : { clientMetadata: metadata }),
    },
    response: {},
  });
  const issued = await pool.tokens.issue({
    client,
    // As the triggers left it.
    user: pool.users.get(user.username) ?? user,
    triggerSource: 'TokenGeneration_Authentication',
    scopes: ['aws.cognito.signin.user.admin'],
    ...(metadata === undefined ? {} : { clientMetadata: metadata }),
  });
  return { AuthenticationResult: resultOf(issued), ChallengeParameters: {} };
}

function resultOf({ accessToken, idToken, refreshToken, expiresIn, tokenType }: IssuedTokens) {
  return {
    AccessToken: accessToken,
    ExpiresIn: expiresIn,
    IdToken: idToken,
    ...(refreshToken === undefined ? {} : { RefreshToken: refreshToken }),
    TokenType: tokenType,
  };
}

/** Claims of the tokens of an answer, for the log. */
export function claimsOf(reply: unknown) {
  const { AuthenticationResult: found } = reply as { AuthenticationResult?: ReturnType<typeof resultOf> }; // made above
  if (found === undefined) return undefined;
  return { id: decodeJwt(found.IdToken), access: decodeJwt(found.AccessToken) };
}

/** @returns undefined for somebody unknown, where the client hides that */
function findUser(pool: Pool, client: AppClient, userName: string): PoolUser | undefined {
  const user = pool.users.get(userName);
  if (user === undefined && !client.hidesUsers)
    throw new PoolError('UserNotFoundException', 'User does not exist.');
  if (user?.enabled === false) throw new PoolError('NotAuthorizedException', 'User is disabled.');
  if (user?.status === 'UNCONFIRMED')
    throw new PoolError('UserNotConfirmedException', 'User is not confirmed.');
  return user;
}

function refuseFlow(operation: keyof typeof flows, flow: string, client: AppClient): void {
  const known: Readonly<Record<string, string>> = flows[operation];
  const needed = known[flow];
  if (needed === undefined)
    throw new PoolError(
      'InvalidParameterException',
      flow === 'USER_SRP_AUTH' ? 'This double does not speak SRP.' : 'Initiate Auth method not supported.',
    );
  if (client.authFlows.includes(needed)) return;
  const onlyCustom = client.authFlows.filter((one) => one !== 'ALLOW_REFRESH_TOKEN_AUTH');
  throw new PoolError(
    'InvalidParameterException',
    onlyCustom.length === 1 && onlyCustom[0] === 'ALLOW_CUSTOM_AUTH'
      ? 'Only custom auth (lambda driven) is enabled for this client.'
      : `${flow} is not enabled for the client.`,
  );
}
