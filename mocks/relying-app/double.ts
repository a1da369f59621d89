import type { Context, Hono } from 'hono';
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import type { Double } from '../../harness/model/double.ts';
import { createRoutedFetch, type Send } from '../authenticator/routed-fetch.ts';
import { createApp } from '../core/app.ts';
import { createClock } from '../core/clock.ts';
import { createControl } from '../core/control.ts';
import { createEventLog } from '../core/event-log.ts';
import { createFaults } from '../core/faults.ts';
import { createIds, type Ids } from '../core/ids.ts';
import { readCookie } from '../core/web/read-cookie.ts';
import { createShelf } from '../core/web/shelf.ts';
import { configBody, type RelyingAppConfig, type Safeguard, safeguards } from './config.ts';
import { homePage, refusalPage, welcomePage } from './pages.ts';
import { type AppLogin, createPoolClient } from './pool-client.ts';

export interface RelyingAppDeps {
  readonly now?: () => number;
  readonly ids?: Ids;
  readonly send?: Send;
}

interface AppSession {
  readonly claims: JWTPayload;
  readonly login: AppLogin;
  readonly expiresAt: number;
}

const loginCookie = '__Host-login';
const sessionCookie = '__Host-app';
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const lacksBody = z.strictObject({ lacks: z.array(z.enum(safeguards)) });
const providerBody = z.strictObject({ provider: z.string() });
const cookieBody = z.strictObject({ cookie: z.string() });

/** An application behind a user pool: it signs people in, shows who they are, and asks a protected resource for them. */
export function createRelyingApp(config: RelyingAppConfig, deps: RelyingAppDeps = {}): Double {
  const settings = configBody.parse(config);
  const { ids = createIds() } = deps;
  const clock = createClock(deps.now);
  const events = createEventLog(clock.now);
  const faults = createFaults('sp');
  const send = deps.send ?? createRoutedFetch(settings.routes);
  let lacks: readonly Safeguard[] = settings.lacks;
  const isLacking = (safeguard: Safeguard) => lacks.includes(safeguard);
  let { provider } = settings;
  const client = createPoolClient({
    settings,
    ids,
    now: clock.now,
    send,
    lacks: isLacking,
    provider: () => provider,
  });
  const pending = createShelf<AppLogin>(clock.now, ids);
  const sessions = createShelf<AppSession>(clock.now, ids);
  const logins: AppLogin[] = [];
  const origin = `https://${settings.host}`;
  const sessionOf = (cookie: string | undefined) => sessions.get(readCookie(cookie, sessionCookie) ?? '');

  function refuse(
    login: AppLogin | undefined,
    reason: string,
    shown = 'The sign-in could not be completed.',
  ) {
    events.record('refused', {}, reason);
    if (login !== undefined) Object.assign(login, { outcome: 'refused', reason });
    return refusalPage(settings.name, ids.token(), shown);
  }

  async function comeBack(c: Context): Promise<Response> {
    const query = Object.fromEntries(new URL(c.req.url).searchParams);
    const key = readCookie(c.req.header('cookie'), loginCookie);
    const login = key === undefined ? undefined : pending.take(key);
    const started = login ?? (isLacking('state') ? stranger() : undefined);
    if (started === undefined) return refuse(undefined, 'This browser began no sign-in.');
    started.callback = query;
    started.callbackUrl = c.req.url.replace(/[?#].*$/, '');
    if (query.state !== started.state && !isLacking('state'))
      return refuse(started, 'The state is that of another sign-in.');
    if (query.error !== undefined)
      return refuse(started, `${query.error}: ${query.error_description ?? ''}`, query.error_description);
    try {
      const claims = await client.finish(started, query.code ?? '');
      started.outcome = 'signed-in';
      const token = sessions.put({ claims, login: started, expiresAt: clock.now() + 3_600_000 });
      events.record('signed-in', { user: claims['cognito:username'] });
      c.header('set-cookie', `${sessionCookie}=${token}; ${attributes}`);
      return c.redirect('/', 303);
    } catch (error) {
      return refuse(started, (error as Error).message);
    }
  }

  /** What an application without state makes of a callback that it did not wait for. */
  function stranger(): AppLogin {
    const login = client.begin();
    const { codeVerifier: _, ...rest } = login;
    logins.push(rest);
    return rest;
  }

  const control = createControl({
    name: 'app',
    clock,
    events,
    faults,
    reset: () => {
      pending.clear();
      sessions.clear();
      logins.length = 0;
      lacks = settings.lacks;
      provider = settings.provider;
    },
    restart: () => {
      pending.clear();
      sessions.clear();
    },
    state: () => ({ sessions: sessions.list().length, lacks }),
    routes: (app: Hono) => {
      app.get('/logins', (c) => c.json(logins));
      app.put('/lacks', async (c) => {
        lacks = lacksBody.parse(await c.req.json()).lacks;
        return c.json({ lacks });
      });
      app.put('/provider', async (c) => {
        provider = providerBody.parse(await c.req.json()).provider;
        return c.json({ provider });
      });
      app.post('/whoami', async (c) => {
        const session = sessionOf(cookieBody.parse(await c.req.json()).cookie);
        return c.json({ userName: session?.claims['cognito:username'] ?? null });
      });
    },
  });

  return {
    name: 'app',
    hosts: [settings.host],
    fetch: createApp({
      events,
      faults,
      routes: (app) => {
        app.get('/', async (c) => {
          const session = sessionOf(c.req.header('cookie'));
          if (session === undefined) return welcomePage(settings.name, ids.token());
          const { claims, login } = session;
          login.resource = await client.askResource(login).catch((error: Error) => {
            events.record('resource-failed', {}, error.message);
            return { status: 502, body: '' };
          });
          const level = claims[settings.assuranceClaim];
          return homePage({
            name: settings.name,
            nonce: ids.token(),
            user: String(claims['cognito:username']),
            person: String(claims.given_name ?? claims.email ?? claims['cognito:username']),
            level: level === undefined ? undefined : String(level),
            claim: settings.assuranceClaim,
            resource: login.resource,
          });
        });
        app.get('/sign-in', (c) => {
          const login = client.begin();
          logins.push(login);
          if (logins.length > 50) logins.shift();
          c.header('set-cookie', `${loginCookie}=${pending.put(login)}; Max-Age=600; ${attributes}`);
          return c.redirect(login.authorizeUrl, 302);
        });
        app.get('/callback', comeBack);
        app.post('/sign-out', (c) => {
          sessions.take(readCookie(c.req.header('cookie'), sessionCookie) ?? '');
          c.header('set-cookie', `${sessionCookie}=; Max-Age=0; ${attributes}`);
          const url = new URL('/logout', settings.hostedUi);
          url.search = new URLSearchParams({
            client_id: settings.client.id,
            logout_uri: `${origin}/`,
          }).toString();
          return c.redirect(url.href, 303);
        });
      },
    }),
    control: async (request) => control.fetch(request),
  };
}
