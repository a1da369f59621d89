import { createHash, timingSafeEqual } from 'node:crypto';
import type { PoolContext } from './context.ts';
import { OAuthRefusal } from './oauth-error.ts';
import { PoolError } from './pool-error.ts';
import type { IssuedTokens } from './tokens.ts';
import type { AppClient } from './types.ts';

/** `POST /oauth2/token` (COG, token endpoint). @throws OAuthRefusal with an error of the closed set */
export async function redeem(
  context: PoolContext,
  form: URLSearchParams,
  authorization: string | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const client = authenticate(context, form, authorization);
  const grant = form.get('grant_type');
  if (grant === 'authorization_code') return redeemCode(context, client, form);
  if (grant === 'refresh_token') {
    const token = form.get('refresh_token') ?? '';
    return answer(await asGrant(() => context.pool.tokens.refresh(client, token)), true);
  }
  if (grant === 'client_credentials')
    throw new OAuthRefusal('unauthorized_client', 'The client has no such scopes');
  throw new OAuthRefusal('unsupported_grant_type', `grant_type "${grant ?? ''}" is not supported`);
}

async function redeemCode(context: PoolContext, client: AppClient, form: URLSearchParams) {
  const { hosted, pool, lacks } = context;
  const code = form.get('code') ?? '';
  const issued = lacks('code-once') ? hosted.codes.get(code) : hosted.codes.take(code);
  const refuse = (why: string) => new OAuthRefusal('invalid_grant', why);
  if (issued === undefined) throw refuse('The code is unknown, used or expired');
  const { request, username, authTimeMs } = issued;
  if (request.clientId !== client.id) throw refuse('The code belongs to another client');
  if (form.get('redirect_uri') !== request.redirectUri)
    throw refuse('redirect_uri is another than at authorize');
  if (request.codeChallenge !== undefined && !lacks('code-verifier')) {
    const verifier = form.get('code_verifier') ?? '';
    const hash = createHash('sha256').update(verifier).digest('base64url');
    if (hash !== request.codeChallenge) throw refuse('code_verifier does not fit the challenge');
  }
  const user = pool.users.get(username);
  if (user === undefined) throw refuse('The user is gone');
  const tokens = await asGrant(() =>
    pool.tokens.issue({
      client,
      user,
      triggerSource: 'TokenGeneration_HostedAuth',
      scopes: request.scopes,
      authTimeMs,
      ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
    }),
  );
  context.events.record('tokens', { username, client: client.id });
  return answer(tokens, request.scopes.includes('openid'));
}

/** Basic or form, and the secret only where the client has one. */
export function authenticate(
  { pool }: PoolContext,
  form: URLSearchParams,
  authorization: string | undefined,
): AppClient {
  const basic = /^Basic (\S+)$/i.exec(authorization ?? '')?.[1];
  const [user, password] =
    basic === undefined ? [] : splitOnce(Buffer.from(basic, 'base64').toString('utf8'));
  const client = pool.client(user ?? form.get('client_id') ?? '');
  if (client === undefined) throw new OAuthRefusal('invalid_client', 'The client is unknown');
  const given = password ?? form.get('client_secret') ?? '';
  if (client.secret !== undefined && !isSame(given, client.secret))
    throw new OAuthRefusal('invalid_client', 'The secret is missing or wrong');
  return client;
}

function splitOnce(text: string): readonly string[] {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1)].map((part) => decodeURIComponent(part));
}

function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

async function asGrant<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof PoolError) throw new OAuthRefusal('invalid_grant', error.message, error.code);
    throw error;
  }
}

function answer(
  { idToken, accessToken, refreshToken, expiresIn, tokenType }: IssuedTokens,
  withIdToken: boolean,
) {
  return {
    ...(withIdToken ? { id_token: idToken } : {}),
    access_token: accessToken,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    expires_in: expiresIn,
    token_type: tokenType,
  };
}
