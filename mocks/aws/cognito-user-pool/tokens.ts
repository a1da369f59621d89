import { createHash } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../../core/clock.ts';
import type { Ids } from '../../core/ids.ts';
import type { Pool, TokenRequest } from './pool.ts';
import { PoolError } from './pool-error.ts';
import type { PoolKey, PoolKeys } from './pool-keys.ts';
import { overrideClaims, type TokenClaims } from './token-claims.ts';
import type { TokenSession, TokenSessions } from './token-sessions.ts';
import type { AppClient, PoolConfig, PoolUser } from './types.ts';
import { createUuid } from './uuid.ts';

export interface IssuedTokens {
  readonly idToken: string;
  readonly accessToken: string;
  /** Absent when the tokens came of a refresh. */
  readonly refreshToken?: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly tokenType: 'Bearer';
}

/** What an access token says. */
export interface AccessClaims {
  readonly sub: string;
  readonly username: string;
  readonly client_id: string;
  readonly scope: string;
  readonly origin_jti: string;
  readonly 'cognito:groups'?: readonly string[];
}

export interface TokenParts {
  readonly config: PoolConfig;
  readonly issuer: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly keys: PoolKeys;
  readonly sessions: TokenSessions;
  readonly trigger: Pool['trigger'];
}

const lifetimeSeconds = 3600;
const refreshLifetimeMs = 30 * 24 * 60 * 60_000;

/** Signs a pool's tokens, RS256, with the claims of COG "Using tokens with user pools". */
export function createTokens(parts: TokenParts) {
  const { config, clock, ids, keys, sessions } = parts;

  async function issue(request: TokenRequest): Promise<IssuedTokens> {
    const { user, client, scopes, nonce, triggerSource, clientMetadata } = request;
    const now = clock.now();
    const session: TokenSession = {
      originJti: createUuid(ids),
      username: user.username,
      clientId: client.id,
      scopes,
      authTimeMs: request.authTimeMs ?? now,
      expiresAtMs: now + refreshLifetimeMs,
      ...(nonce === undefined ? {} : { nonce }),
    };
    const signed = await sign(session, client, user, triggerSource, clientMetadata);
    const refreshToken = `${ids.token()}.${ids.token()}`;
    sessions.begin(refreshToken, session);
    return { ...signed, refreshToken };
  }

  async function sign(
    session: TokenSession,
    client: AppClient,
    user: PoolUser,
    source: TokenRequest['triggerSource'],
    clientMetadata: TokenRequest['clientMetadata'],
  ): Promise<IssuedTokens> {
    const { groups, extra, suppressed, roles, preferredRole } = await overrideClaims(parts.trigger, {
      config,
      client,
      user,
      source,
      clientMetadata,
    });
    const seconds = Math.floor(clock.now() / 1000);
    const common: TokenClaims = {
      sub: user.sub,
      ...(groups.length === 0 ? {} : { 'cognito:groups': groups }),
      iss: parts.issuer,
      origin_jti: session.originJti,
      event_id: createUuid(ids),
      auth_time: Math.floor(session.authTimeMs / 1000),
      iat: seconds,
      exp: seconds + lifetimeSeconds,
    };
    const accessToken = await signClaims(keys.access, {
      ...common,
      version: 2,
      client_id: client.id,
      token_use: 'access',
      scope: session.scopes.join(' '),
      jti: createUuid(ids),
      username: user.username,
    });
    const claims: TokenClaims = {
      ...readable(user, client),
      ...common,
      ...(roles.length === 0 ? {} : { 'cognito:roles': roles }),
      ...(preferredRole === undefined ? {} : { 'cognito:preferred_role': preferredRole }),
      ...(session.nonce === undefined ? {} : { nonce: session.nonce }),
      at_hash: createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'),
      'cognito:username': user.username,
      aud: client.id,
      token_use: 'id',
      jti: createUuid(ids),
      ...(user.identities.length === 0 ? {} : { identities: user.identities.map(identityClaim) }),
      ...extra,
    };
    const kept = Object.fromEntries(Object.entries(claims).filter(([name]) => !suppressed.includes(name)));
    const idToken = await signClaims(keys.id, kept);
    return { idToken, accessToken, expiresIn: lifetimeSeconds, tokenType: 'Bearer' };
  }

  return {
    issue,
    reissue: (
      session: TokenSession,
      client: AppClient,
      user: PoolUser,
      clientMetadata?: TokenRequest['clientMetadata'],
    ) => sign(session, client, user, 'TokenGeneration_RefreshTokens', clientMetadata),
    readAccess: async (token: string): Promise<AccessClaims> => {
      const refuse = (message: string) => new PoolError('NotAuthorizedException', message);
      const { payload } = await jwtVerify(token, keys.access.publicKey, {
        issuer: parts.issuer,
        algorithms: ['RS256'],
        currentDate: new Date(clock.now()),
      }).catch((error: Error & { code?: string }) => {
        throw refuse(
          error.code === 'ERR_JWT_EXPIRED'
            ? 'Access Token has expired'
            : 'Could not verify signature for Access Token',
        );
      });
      const claims = payload as unknown as AccessClaims; // this pool signed it
      if (payload.token_use !== 'access') throw refuse('Invalid Access Token');
      if (!sessions.holds(claims.origin_jti)) throw refuse('Access Token has been revoked');
      return claims;
    },
  };
}

function signClaims(key: PoolKey, claims: TokenClaims): Promise<string> {
  return new SignJWT({ ...claims }).setProtectedHeader({ kid: key.kid, alg: 'RS256' }).sign(key.privateKey);
}

/** Attributes that the client may read; the two flags are booleans in tokens. */
function readable(user: PoolUser, { readAttributes }: AppClient): TokenClaims {
  const shown = Object.entries(user.attributes).filter(
    ([name]) => readAttributes === undefined || readAttributes.includes(name),
  );
  return Object.fromEntries(
    shown.map(([name, value]) => [name, name.endsWith('_verified') ? value === 'true' : value]),
  );
}

/** In tokens every value of `identities` is text. */
function identityClaim(one: PoolUser['identities'][number]) {
  return { ...one, primary: String(one.primary), dateCreated: String(one.dateCreated) };
}
