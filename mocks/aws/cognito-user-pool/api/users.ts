import type { Pool } from '../pool.ts';
import { findAttributeProblems } from '../pool-attributes.ts';
import { PoolError } from '../pool-error.ts';
import type { AppClient, PoolUser } from '../types.ts';
import { read, requests } from './read-request.ts';
import { type Codes, confirmed } from './sign-up.ts';
import { attributeList } from './user-reply.ts';

/** GetUser: the attributes that the client may read. */
export async function getUser(pool: Pool, body: unknown) {
  const { user, client } = await byToken(pool, read(requests.accessToken, body).AccessToken);
  const shown = attributeList(user).filter(
    ({ Name }) => Name === 'sub' || client?.readAttributes?.includes(Name) !== false,
  );
  return { Username: user.username, UserAttributes: shown };
}

/** UpdateUserAttributes: what the client may write. */
export async function updateAttributes(pool: Pool, body: unknown) {
  const { AccessToken, UserAttributes } = read(requests.updateAttributes, body);
  const { user, client } = await byToken(pool, AccessToken);
  if (client === undefined) throw new PoolError('NotAuthorizedException', 'Invalid Access Token');
  write(pool, client, user, UserAttributes);
  return { CodeDeliveryDetailsList: [] };
}

export async function globalSignOut(pool: Pool, body: unknown) {
  const { user } = await byToken(pool, read(requests.accessToken, body).AccessToken);
  pool.tokens.globalSignOut(user.username);
  return {};
}

export function adminGetUser(pool: Pool, body: unknown) {
  const user = byName(pool, body);
  return {
    Username: user.username,
    UserAttributes: attributeList(user),
    UserStatus: user.status,
    Enabled: user.enabled,
    UserCreateDate: user.createdAt / 1000,
    UserLastModifiedDate: user.modifiedAt / 1000,
  };
}

/** AdminUpdateUserAttributes: an administrator, or a function, may write every attribute that can be changed. */
export function adminUpdate(pool: Pool, body: unknown) {
  const user = byName(pool, body);
  write(pool, undefined, user, read(requests.adminUpdate, body).UserAttributes);
  return {};
}

export async function adminConfirm(pool: Pool, codes: Codes, body: unknown) {
  const user = byName(pool, body);
  if (user.status !== 'UNCONFIRMED')
    throw new PoolError(
      'NotAuthorizedException',
      `User cannot be confirmed. Current status is ${user.status}`,
    );
  const now: PoolUser = { ...user, status: 'CONFIRMED' };
  codes.delete(user.username);
  pool.users.put(now);
  // No app client confirmed it: AWS gives this text in its place.
  await confirmed(pool, 'CLIENT_ID_NOT_APPLICABLE', now, read(requests.adminUser, body).ClientMetadata);
  return {};
}

export function adminSignOut(pool: Pool, body: unknown) {
  pool.tokens.globalSignOut(byName(pool, body).username);
  return {};
}

function write(
  pool: Pool,
  client: AppClient | undefined,
  user: PoolUser,
  values: Readonly<Record<string, string>>,
): void {
  const { writeAttributes: _, ...unlimited } = client ?? anybody;
  const [problem] = findAttributeProblems(pool.config.schema, client ?? unlimited, user, values);
  if (problem?.endsWith('unauthorized attribute'))
    throw new PoolError('NotAuthorizedException', 'A client attempted to write unauthorized attribute');
  if (problem !== undefined) throw new PoolError('InvalidParameterException', problem);
  pool.users.put({ ...user, attributes: { ...user.attributes, ...values } });
}

/** Stands for a caller who is not an app client. */
const anybody: AppClient = {
  id: '',
  name: '',
  callbackUrls: [],
  logoutUrls: [],
  oauthFlows: [],
  oauthScopes: [],
  providers: [],
  authFlows: [],
  authSessionMinutes: 3,
  hidesUsers: true,
};

async function byToken(pool: Pool, token: string) {
  const claims = await pool.tokens.readAccess(token);
  const user = pool.users.get(claims.username);
  if (user === undefined) throw new PoolError('UserNotFoundException', 'User does not exist.');
  if (!claims.scope.split(' ').includes('aws.cognito.signin.user.admin'))
    throw new PoolError('NotAuthorizedException', 'Access Token does not have required scopes');
  return { user, client: pool.client(claims.client_id) };
}

function byName(pool: Pool, body: unknown): PoolUser {
  const { UserPoolId, Username } = read(requests.adminUser, body);
  if (UserPoolId !== pool.config.poolId)
    throw new PoolError('ResourceNotFoundException', `User pool ${UserPoolId} does not exist.`);
  const user = pool.users.get(Username);
  if (user === undefined) throw new PoolError('UserNotFoundException', 'User does not exist.');
  return user;
}
