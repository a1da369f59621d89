import type { Context, Hono } from 'hono';
import { readCookie } from '../../core/web/read-cookie.ts';
import { type AuthorizeRequest, readAuthorize } from './authorize.ts';
import type { ProviderConfig } from './config.ts';
import type { PoolContext } from './context.ts';
import { createFederationLog, type FederationLog } from './federation-log.ts';
import { codeMs, type Pending, sessionMs } from './hosted-state.ts';
import { takeIn } from './map-attributes.ts';
import { OAuthRefusal } from './oauth-error.ts';
import { createOidcClient } from './oidc-client.ts';
import { errorPage, signInPage } from './pages.ts';
import { PoolError } from './pool-error.ts';
import { beginSaml } from './routes-saml.ts';
import type { AppClient, PoolUser } from './types.ts';

/** The hosted UI's cookies: who is signed in, and which browser went to a provider. */
export const sessionCookie = 'cognito';
export const stateCookie = 'csrf-state';
const attributes = 'Path=/; Secure; HttpOnly; SameSite=None';

/** The hosted UI: `/oauth2/authorize`, `/login`, `/oauth2/idpresponse`, `/logout`. */
export function addHostedRoutes(app: Hono, context: PoolContext): void {
  const { pool, hosted, events } = context;
  const oidc = createOidcClient(context);

  app.get('/oauth2/authorize', async (c) =>
    guarded(c, context, async () => {
      const query = new URL(c.req.url).searchParams;
      const { request, client } = readAuthorize(query, pool, context.lacks);
      const session = hosted.sessions.get(readCookie(c.req.header('cookie'), sessionCookie) ?? '');
      if (session !== undefined && client.providers.includes(session.provider)) {
        const user = pool.users.get(session.username);
        if (user !== undefined) return respond(c, context, request, client, user, session.authTimeMs);
      }
      if (request.provider === undefined) return c.redirect(`/login?${query}`, 302);
      const provider = findProvider(context, client, request.provider);
      return leave(c, provider, request);
    }),
  );

  app.get('/login', async (c) =>
    guarded(c, context, async () => {
      const query = new URL(c.req.url).searchParams;
      const { client } = readAuthorize(query, pool, context.lacks);
      const choices = client.providers
        .filter((name) => context.providers.has(name))
        .map((name) => ({
          name,
          href: `/oauth2/authorize?${new URLSearchParams([...query, ['identity_provider', name]])}`,
        }));
      return signInPage({ nonce: pool.ids.token(), choices });
    }),
  );

  app.get('/oauth2/idpresponse', async (c) => {
    const query = Object.fromEntries(new URL(c.req.url).searchParams);
    const pending = takePending(c, context, query.state ?? '');
    if (pending === undefined) {
      events.record(
        'refused',
        { path: '/oauth2/idpresponse' },
        'The state is unknown, used, expired or of another browser.',
      );
      return errorPage(pool.ids.token(), 'Invalid state.');
    }
    return guarded(
      c,
      context,
      async () => {
        const { log } = pending;
        log.callback = query;
        log.callbackUrl = c.req.url.replace(/[?#].*$/, '');
        const provider = context.providers.get(pending.provider);
        const client = pool.client(pending.request.clientId);
        if (provider?.ProviderType !== 'OIDC' || client === undefined)
          throw new OAuthRefusal('invalid_request', 'Unknown provider');
        if (query.error !== undefined)
          throw new OAuthRefusal('invalid_request', query.error_description ?? query.error, query.error);
        const claims = await oidc.finish(provider, pending, query.code ?? '');
        log.claims = claims;
        const { user, attributes: written } = await takeIn(context, client, {
          providerName: provider.ProviderName,
          providerType: 'OIDC',
          issuer: provider.ProviderDetails.oidc_issuer,
          subject: String(claims.sub),
          claims,
          mapping: provider.AttributeMapping,
        });
        log.attributes = written;
        return arrive(c, context, pending, client, user);
      },
      pending,
    );
  });

  app.get('/logout', async (c) => {
    const query = new URL(c.req.url).searchParams;
    const client = pool.client(query.get('client_id') ?? '');
    const target = query.get('logout_uri') ?? '';
    if (client === undefined || !client.logoutUrls.includes(target))
      return errorPage(pool.ids.token(), 'Required String parameter is not present or not allowed.');
    hosted.sessions.take(readCookie(c.req.header('cookie'), sessionCookie) ?? '');
    c.header('set-cookie', `${sessionCookie}=; Max-Age=0; ${attributes}`);
    return c.redirect(target, 302);
  });

  async function leave(c: Context, provider: ProviderConfig, request: AuthorizeRequest): Promise<Response> {
    const log = createFederationLog(provider.ProviderName, pool.clock.now());
    remember(context, log);
    const browser = pool.ids.token();
    const address =
      provider.ProviderType === 'OIDC'
        ? await oidc.begin(provider, request, browser, log)
        : await beginSaml(context, provider, request, browser, log);
    c.header('set-cookie', `${stateCookie}=${browser}; Max-Age=300; ${attributes}`);
    return c.redirect(address, 302);
  }
}

/** The sign-in that a state belongs to, once, and only in the browser that began it. */
export function takePending(c: Context, { hosted, lacks }: PoolContext, state: string): Pending | undefined {
  const pending = hosted.pending.take(state);
  if (pending === undefined) return undefined;
  const browser = readCookie(c.req.header('cookie'), stateCookie);
  if (browser === pending.browser || lacks('browser-binding')) return pending;
  pending.log.outcome = 'refused';
  pending.log.reason = 'Another browser began this sign-in.';
  return undefined;
}

function findProvider({ providers }: PoolContext, client: AppClient, wanted: string): ProviderConfig {
  const found = [...providers.values()].find(
    ({ ProviderName, IdpIdentifiers }) => ProviderName === wanted || IdpIdentifiers.includes(wanted),
  );
  if (found === undefined || !client.providers.includes(found.ProviderName))
    throw new OAuthRefusal(
      'invalid_request',
      'Login pages unavailable',
      `The client may not use "${wanted}"`,
    );
  return found;
}

/** A person is signed in: the browser gets the pool's session, the application its code. */
export async function arrive(
  c: Context,
  context: PoolContext,
  { request, provider, log }: Pending,
  client: AppClient,
  user: PoolUser,
): Promise<Response> {
  const { pool, hosted } = context;
  const now = pool.clock.now();
  log.username = user.username;
  log.outcome = 'signed-in';
  const token = hosted.sessions.put({
    username: user.username,
    provider,
    authTimeMs: now,
    expiresAt: now + sessionMs,
  });
  c.header('set-cookie', `${sessionCookie}=${token}; Max-Age=3600; ${attributes}`, { append: true });
  c.header('set-cookie', `${stateCookie}=; Max-Age=0; ${attributes}`, { append: true });
  return respond(c, context, request, client, user, now);
}

/** Back to the application, with a code or, in the fragment, with tokens. */
async function respond(
  c: Context,
  { pool, hosted }: PoolContext,
  request: AuthorizeRequest,
  client: AppClient,
  user: PoolUser,
  authTimeMs: number,
): Promise<Response> {
  const state = request.state === undefined ? {} : { state: request.state };
  if (request.responseType === 'token') {
    const tokens = await pool.tokens.issue({
      client,
      user,
      triggerSource: 'TokenGeneration_HostedAuth',
      scopes: request.scopes,
      authTimeMs,
      ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
    });
    const fragment = new URLSearchParams({
      ...(request.scopes.includes('openid') ? { id_token: tokens.idToken } : {}),
      access_token: tokens.accessToken,
      expires_in: String(tokens.expiresIn),
      token_type: tokens.tokenType,
      ...state,
    });
    return c.redirect(`${request.redirectUri}#${fragment}`, 302);
  }
  const code = hosted.codes.put({
    request,
    username: user.username,
    authTimeMs,
    expiresAt: pool.clock.now() + codeMs,
  });
  return c.redirect(withQuery(request.redirectUri, { code, ...state }), 302);
}

/** Turns a refusal into the redirect or the page that AWS gives, and records the private reason. */
export async function guarded(
  c: Context,
  context: PoolContext,
  act: () => Promise<Response>,
  pending?: Pending,
): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal === undefined) throw error;
    const query = new URL(c.req.url).searchParams;
    context.events.record('refused', { path: c.req.path, error: refusal.error }, refusal.reason);
    if (pending !== undefined) {
      pending.log.outcome = 'refused';
      pending.log.reason = refusal.reason;
    }
    const redirectUri = pending?.request.redirectUri ?? query.get('redirect_uri');
    if (refusal.error === 'page' || redirectUri === null)
      return errorPage(context.pool.ids.token(), refusal.message);
    const state = pending?.request.state ?? (pending === undefined ? query.get('state') : null);
    return c.redirect(
      withQuery(redirectUri, {
        error_description: refusal.message,
        ...(state === null || state === undefined ? {} : { state }),
        error: refusal.error,
      }),
      302,
    );
  }
}

function asRefusal(error: unknown): OAuthRefusal | undefined {
  if (error instanceof OAuthRefusal) return error;
  // A trigger that refuses is shown as it is (COG, Lambda trigger errors at the hosted UI).
  return error instanceof PoolError
    ? new OAuthRefusal('invalid_request', error.message, error.code)
    : undefined;
}

function withQuery(address: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** Tokens are among what is kept: only the latest. */
export function remember({ federations }: PoolContext, log: FederationLog): void {
  federations.push(log);
  if (federations.length > 50) federations.shift();
}
