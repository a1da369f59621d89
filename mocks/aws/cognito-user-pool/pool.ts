import type { JSONWebKeySet } from 'jose';
import type { Clock } from '../../core/clock.ts';
import type { EventLog } from '../../core/event-log.ts';
import type { Ids } from '../../core/ids.ts';
import { PoolError } from './pool-error.ts';
import type { PoolKeys } from './pool-keys.ts';
import { createSessions, type TokenSession } from './token-sessions.ts';
import { type AccessClaims, createTokens, type IssuedTokens } from './tokens.ts';
import { noTriggers, type TriggerEvent, type TriggerSource, type Triggers } from './triggers.ts';
import type { AppClient, PoolConfig, PoolUser } from './types.ts';
import { createUuid } from './uuid.ts';

/** What tokens are asked for. */
export interface TokenRequest {
  readonly client: AppClient;
  readonly user: PoolUser;
  /** `TokenGeneration_HostedAuth` after the hosted UI, `_Authentication` after the JSON API. */
  readonly triggerSource: TriggerSource;
  /** Scopes granted; the JSON API gives `aws.cognito.signin.user.admin`. */
  readonly scopes: readonly string[];
  /** Milliseconds since 1970: when the person proved who they are; now unless given. */
  readonly authTimeMs?: number;
  readonly nonce?: string;
  /** Handed to the pre token generation trigger. */
  readonly clientMetadata?: Readonly<Record<string, string>>;
}

/**
 * A user pool's state and its tokens. The hosted UI and the JSON API are two doors to one of these.
 * Users are plain data: to change one, `put` a new object of the same `username`.
 */
export interface Pool {
  readonly config: PoolConfig;
  /** `https://cognito-idp.REGION.amazonaws.com/POOL`, without a slash at the end. */
  readonly issuer: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: EventLog;
  readonly jwks: () => JSONWebKeySet;
  readonly client: (id: string) => AppClient | undefined;
  readonly clients: {
    readonly list: () => readonly AppClient[];
    readonly put: (client: AppClient) => void;
  };
  readonly users: {
    readonly get: (username: string) => PoolUser | undefined;
    readonly bySub: (sub: string) => PoolUser | undefined;
    readonly list: () => readonly PoolUser[];
    /** Adds a user, or takes the place of the one with this user name. */
    readonly put: (user: PoolUser) => void;
    readonly remove: (username: string) => void;
    /** A user with a new `sub` and now's dates; not yet in the pool. */
    readonly draft: (username: string, more?: Partial<PoolUser>) => PoolUser;
  };
  /** Calls a trigger with the fields that every event has. @throws PoolError as the trigger's failure */
  readonly trigger: (
    source: TriggerSource,
    about: {
      readonly userName: string;
      readonly clientId: string;
      readonly request: Readonly<Record<string, unknown>>;
      readonly response: Readonly<Record<string, unknown>>;
    },
  ) => Promise<TriggerEvent>;
  /** Which functions are set; may be exchanged while the pool runs. */
  readonly setTriggers: (triggers: Triggers) => void;
  readonly tokens: {
    /** Calls the pre token generation trigger, signs, and keeps a refresh token. */
    readonly issue: (request: TokenRequest) => Promise<IssuedTokens>;
    /** New ID and access token. @throws PoolError NotAuthorizedException for a token unknown, revoked or expired */
    readonly refresh: (
      client: AppClient,
      refreshToken: string,
      clientMetadata?: Readonly<Record<string, string>>,
    ) => Promise<IssuedTokens>;
    /** Claims of an access token of this pool that is neither expired nor revoked. @throws PoolError NotAuthorizedException */
    readonly readAccess: (token: string) => Promise<AccessClaims>;
    /** Ends every session of the user: refresh tokens are gone, access tokens refused by the pool's own API. */
    readonly globalSignOut: (username: string) => void;
    /** RevokeToken: this refresh token, and the access tokens that came of it. */
    readonly revoke: (client: AppClient, refreshToken: string) => void;
  };
  /** Back to how it was created; keys stay. */
  readonly reset: () => void;
}

export interface PoolDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: EventLog;
  readonly keys: PoolKeys;
}

export function createPool(config: PoolConfig, { clock, ids, events, keys }: PoolDeps): Pool {
  const issuer = issuerOf(config);
  const users = new Map<string, PoolUser>();
  const clients = new Map(config.clients.map((one) => [one.id, one]));
  const sessions = createSessions();
  let triggers: Triggers = noTriggers;
  const trigger: Pool['trigger'] = (source, { userName, clientId, request, response }) =>
    triggers.invoke(source, {
      version: '1',
      triggerSource: source,
      region: config.region,
      userPoolId: config.poolId,
      userName,
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId },
      request,
      response,
    });
  const tokens = createTokens({ config, issuer, clock, ids, keys, sessions, trigger });
  const userOf = ({ username }: TokenSession): PoolUser => {
    const user = users.get(username);
    if (user === undefined) throw new PoolError('NotAuthorizedException', 'Refresh Token has been revoked');
    if (!user.enabled) throw new PoolError('NotAuthorizedException', 'User is disabled.');
    return user;
  };
  return {
    config,
    issuer,
    clock,
    ids,
    events,
    jwks: () => ({ keys: [keys.id.jwk, keys.access.jwk] }),
    client: (id) => clients.get(id),
    clients: { list: () => [...clients.values()], put: (one) => void clients.set(one.id, one) },
    users: {
      get: (username) => users.get(username),
      bySub: (sub) => [...users.values()].find((one) => one.sub === sub),
      list: () => [...users.values()],
      put: (user) => void users.set(user.username, { ...user, modifiedAt: clock.now() }),
      remove: (username) => void users.delete(username),
      draft: (username, more) => draftUser(username, ids, clock.now(), more),
    },
    trigger,
    setTriggers: (next) => {
      triggers = next;
    },
    tokens: {
      issue: tokens.issue,
      refresh: async (client, refreshToken, clientMetadata) => {
        const session = sessions.byRefreshToken(refreshToken, client.id, clock.now());
        return tokens.reissue(session, client, userOf(session), clientMetadata);
      },
      readAccess: tokens.readAccess,
      globalSignOut: (username) => {
        sessions.endAllOf(username);
        events.record('global-sign-out', { username });
      },
      revoke: (client, refreshToken) => sessions.endOne(refreshToken, client.id),
    },
    reset: () => {
      users.clear();
      sessions.clear();
      triggers = noTriggers;
      clients.clear();
      for (const one of config.clients) clients.set(one.id, one);
    },
  };
}

export function issuerOf({ region, poolId }: Pick<PoolConfig, 'region' | 'poolId'>): string {
  return `https://cognito-idp.${region}.amazonaws.com/${poolId}`;
}

function draftUser(username: string, ids: Ids, now: number, more: Partial<PoolUser> = {}): PoolUser {
  return {
    username,
    sub: createUuid(ids),
    status: 'UNCONFIRMED',
    enabled: true,
    attributes: {},
    groups: [],
    identities: [],
    createdAt: now,
    modifiedAt: now,
    ...more,
  };
}
