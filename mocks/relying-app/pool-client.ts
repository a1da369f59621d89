import { createHash } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Send } from '../authenticator/routed-fetch.ts';
import type { Ids } from '../core/ids.ts';
import type { RelyingAppSettings, Safeguard } from './config.ts';

/** One sign-in as the application saw it. Tokens are in it: it is kept in memory alone. */
export interface AppLogin {
  readonly startedAt: string;
  readonly authorizeUrl: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier?: string;
  readonly expiresAt: number;
  /** Parameters with which the browser came back. */
  callback?: Readonly<Record<string, string>>;
  /** Where it came back to, without the query. */
  callbackUrl?: string;
  tokenCall?: {
    readonly url: string;
    readonly fields: readonly string[];
    readonly clientAuthentication: 'none' | 'client_secret_basic';
    readonly status: number;
    readonly contentType: string;
    /** Names of the answer's fields. */
    readonly answered: readonly string[];
    readonly cacheControl: string;
  };
  idToken?: string;
  accessToken?: string;
  outcome: 'pending' | 'signed-in' | 'refused';
  reason?: string;
  /** What the protected resource answered when it was asked. */
  resource?: { readonly status: number; readonly body: string };
}

export interface PoolClientParts {
  readonly settings: RelyingAppSettings;
  readonly ids: Ids;
  readonly now: () => number;
  readonly send: Send;
  readonly lacks: (safeguard: Safeguard) => boolean;
  /** Provider of the pool that signs people in. */
  readonly provider: () => string | undefined;
}

const answerShape = z.looseObject({ id_token: z.string(), access_token: z.string() });
const tenMinutes = 10 * 60_000;

/** The application as OpenID Connect client of the user pool: authorization code with PKCE, state and nonce. */
export function createPoolClient({ settings, ids, now, send, lacks, provider }: PoolClientParts) {
  const redirectUri = `https://${settings.host}/callback`;

  function begin(): AppLogin {
    const state = ids.token();
    const nonce = ids.token();
    const wanted = provider();
    const codeVerifier = lacks('code-challenge') ? undefined : ids.token();
    const url = new URL('/oauth2/authorize', settings.hostedUi);
    url.search = new URLSearchParams({
      client_id: settings.client.id,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: settings.scopes.join(' '),
      ...(wanted === undefined ? {} : { identity_provider: wanted }),
      ...(lacks('state') ? {} : { state }),
      ...(lacks('nonce') ? {} : { nonce }),
      ...(codeVerifier === undefined
        ? {}
        : {
            code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
            code_challenge_method: 'S256',
          }),
    }).toString();
    return {
      startedAt: new Date(now()).toISOString(),
      authorizeUrl: url.href,
      state,
      nonce,
      ...(codeVerifier === undefined ? {} : { codeVerifier }),
      expiresAt: now() + tenMinutes,
      outcome: 'pending',
    };
  }

  /** Redeems the code and verifies the ID token. @throws Error with the reason for the log */
  async function finish(login: AppLogin, code: string): Promise<JWTPayload> {
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: settings.client.id,
      code,
      redirect_uri: redirectUri,
      ...(login.codeVerifier === undefined ? {} : { code_verifier: login.codeVerifier }),
    });
    const { id, secret } = settings.client;
    const basic = Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret ?? '')}`).toString(
      'base64',
    );
    const url = new URL('/oauth2/token', settings.hostedUi).href;
    const answer = await send(
      new Request(url, {
        method: 'POST',
        body: form.toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...(secret === undefined ? {} : { authorization: `Basic ${basic}` }),
        },
      }),
    );
    const body: unknown = await answer.json().catch(() => ({}));
    login.tokenCall = {
      url,
      fields: [...form.keys()],
      clientAuthentication: secret === undefined ? 'none' : 'client_secret_basic',
      status: answer.status,
      contentType: answer.headers.get('content-type') ?? '',
      answered: Object.keys(z.looseObject({}).parse(body)),
      cacheControl: answer.headers.get('cache-control') ?? '',
    };
    const tokens = answerShape.safeParse(body);
    if (!tokens.success) throw new Error(`The token endpoint answered ${answer.status}.`);
    login.idToken = tokens.data.id_token;
    login.accessToken = tokens.data.access_token;
    return verify(login, tokens.data.id_token);
  }

  async function verify(login: AppLogin, idToken: string): Promise<JWTPayload> {
    const claims = lacks('signature') ? decodeJwt(idToken) : await verified(idToken);
    if (claims.nonce !== login.nonce && !lacks('nonce')) throw new Error('The nonce is another.');
    if (claims.token_use !== 'id') throw new Error('That is no ID token.');
    return claims;
  }

  async function verified(idToken: string): Promise<JWTPayload> {
    const answer = await send(new Request(`${settings.issuer}/.well-known/jwks.json`));
    const keys = (await answer.json()) as JSONWebKeySet; // jose looks at every key it uses
    const { payload } = await jwtVerify(idToken, createLocalJWKSet(keys), {
      issuer: settings.issuer,
      audience: settings.client.id,
      algorithms: ['RS256'],
      currentDate: new Date(now()),
    });
    return payload;
  }

  /** Asks for the protected resource in the person's name. */
  async function askResource(login: AppLogin): Promise<NonNullable<AppLogin['resource']>> {
    const headers = { authorization: `Bearer ${login.idToken ?? ''}` };
    const answer = await send(new Request(settings.resource, { headers }));
    return { status: answer.status, body: (await answer.text()).slice(0, 2_000) };
  }

  return { begin, finish, askResource };
}
export type PoolClient = ReturnType<typeof createPoolClient>;
