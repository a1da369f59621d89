import type { Context, Hono } from 'hono';
import type { EventLog } from '../core/event-log.ts';
import { Refusal } from '../core/saml/refusal.ts';
import { acceptLogin, ownPath } from './accept/accept-login.ts';
import { readLogout } from './accept/logout.ts';
import { readLogin } from './accept/read-login.ts';
import type { LoginRun, Post } from './accept/types.ts';
import type { Session, UsedIds } from './memory.ts';
import { buildMetadata } from './metadata.ts';
import type { PageFacts, Pages } from './pages/pages.ts';
import { readBody } from './read-body.ts';
import { buildLoginUrl, buildLogoutAnswerUrl } from './requests.ts';
import { beginSession, createRun, recordLogin, type State } from './state.ts';

export interface PublicParts {
  readonly getState: () => State;
  readonly events: EventLog;
  readonly pages: Pages;
  readonly fetchText: LoginRun['fetchText'];
  readonly clientAddressOf: (request: Request) => string | undefined;
  /** What this node alone remembers. */
  readonly getUsedHere: () => UsedIds;
}

/** The public addresses of the service provider. */
export function addRoutes(app: Hono, parts: PublicParts): void {
  const { paths } = parts.getState().addresses;
  app.get('/', (c) => showProtected(c, parts));
  app.get(paths.metadata, (c) => showMetadata(c, parts.getState()));
  app.get(paths.login, (c) => beginLogin(c, parts));
  app.all(paths.acs, (c) => consume(c, parts));
  app.post(paths.logout, (c) => logOut(c, parts));
  app.on(['GET', 'POST'], paths.slo, (c) => logOutByProvider(c, parts));
  // Every other path of the application is protected as well: a login leads back to it.
  app.get('/app/*', (c) => showProtected(c, parts));
}

export function sessionOf(c: Context, { memory, steps }: State): Session | undefined {
  return memory.sessions.get(steps.cookies.read(c.req.header('cookie'), 'session') ?? '');
}

function factsOf({ name, addresses, ids, steps }: State): PageFacts {
  return { name, nonce: ids.token(), show: steps.show, paths: addresses.paths };
}

async function showProtected(c: Context, { getState, pages }: PublicParts): Promise<Response> {
  const state = getState();
  const session = sessionOf(c, state);
  if (session !== undefined) return pages.protected(session, factsOf(state));
  const { pathname, search } = new URL(c.req.url);
  const target = pathname === '/' ? '' : `?RelayState=${encodeURIComponent(pathname + search)}`;
  return c.redirect(state.addresses.paths.login + target, 303);
}

async function showMetadata(c: Context, state: State): Promise<Response> {
  c.header('content-type', 'application/samlmetadata+xml');
  return c.body(buildMetadata(state.addresses, state.settings, await state.keys()));
}

/** SP-initiated: remembers who asked and where to, and sends the browser to the first identity provider. */
async function beginLogin(c: Context, parts: PublicParts): Promise<Response> {
  const state = parts.getState();
  const { addresses, ids, memory, now, settings } = state;
  const [provider] = state.providers.list();
  if (provider === undefined) return refuse(c, parts, new Refusal('No identity provider is configured'));
  const known = state.steps.cookies.read(c.req.header('cookie'), 'browser');
  const browser = known ?? ids.token();
  const requestId = ids.samlId();
  const relayState = ids.token();
  const asked = c.req.query('RelayState') ?? '';
  const target = Buffer.byteLength(asked) <= 80 ? (ownPath(asked, addresses.origin) ?? '/') : '/';
  const expiresAt = now() + settings.loginMs;
  memory.pending.put(
    { requestId, issuer: provider.entityId, relayState, browser, target, expiresAt },
    requestId,
  );
  const { signing } = await state.keys();
  const url = buildLoginUrl(addresses, provider, {
    id: requestId,
    now: now(),
    relayState,
    nameIdFormat: settings.nameIdFormat,
    signingKey: settings.signRequests || provider.wantsSignedRequests ? signing.privateKeyPem : undefined,
  });
  parts.events.record('login-begun', { requestId });
  if (known === undefined) c.header('set-cookie', state.steps.cookies.write('browser', browser));
  return c.redirect(url, 303);
}

async function consume(c: Context, parts: PublicParts): Promise<Response> {
  const state = parts.getState();
  const browser = state.steps.cookies.read(c.req.header('cookie'), 'browser');
  const { steps } = state;
  const { cookies } = steps;
  const run = await createRun(state, { browser, ...surroundings(c, parts) });
  let post: Post | undefined;
  try {
    post = await readPost(c, run);
    const login = await readLogin(post, run);
    const accepted = await acceptLogin(login, run);
    const secret = browser ?? state.ids.token();
    const session = beginSession(state, {
      account: accepted.account,
      login: accepted.statement,
      browser: secret,
      expiresAt: accepted.sessionUntil,
    });
    recordLogin(state, { accepted: true, nameId: accepted.account });
    parts.events.record('login-accepted', { nameId: accepted.account });
    const answer = steps.leadOn(accepted.destination);
    if (browser === undefined) answer.headers.append('set-cookie', cookies.write('browser', secret));
    answer.headers.append('set-cookie', cookies.write('session', session));
    return answer;
  } catch (error) {
    return refuse(c, parts, error, post);
  }
}

/** The page tells nothing; the audit log tells the reason. */
async function refuse(c: Context, parts: PublicParts, error: unknown, post?: Post): Promise<Response> {
  if (!(error instanceof Refusal)) throw error;
  const state = parts.getState();
  recordLogin(state, { accepted: false, reason: error.message });
  parts.events.record('login-refused', { path: c.req.path }, error.message);
  const readFields = () => new URLSearchParams(Buffer.from(post?.body ?? '').toString('utf8'));
  const echo = state.steps.echo({ reason: error.message, readFields });
  return parts.pages.refused(echo, factsOf(state));
}

/** Local logout: this browser's session is over. */
async function logOut(c: Context, { getState, events, pages }: PublicParts): Promise<Response> {
  const state = getState();
  const session = sessionOf(c, state);
  if (session !== undefined) {
    state.steps.endSession(session, state.memory);
    events.record('signed-out', { nameId: session.account });
  }
  const isOver = sessionOf(c, state) === undefined;
  const page = await pages.signedOut(factsOf(state));
  if (isOver) page.headers.append('set-cookie', state.steps.cookies.clear('session'));
  return page;
}

/** Logout asked for by the identity provider, by redirect or by post. */
async function logOutByProvider(c: Context, parts: PublicParts): Promise<Response> {
  const state = parts.getState();
  const browser = state.steps.cookies.read(c.req.header('cookie'), 'browser');
  const run = await createRun(state, { browser, ...surroundings(c, parts) });
  try {
    const message = await readLogout(await readPost(c, run), run);
    for (const check of Object.values(state.steps.logoutChecks)) check(message, run);
    for (const session of state.steps.sessionsToEnd(message, run))
      state.steps.endSession(session, state.memory);
    parts.events.record('signed-out-by-provider', { nameId: message.nameId });
    const { sloUrl } = message.provider;
    if (sloUrl === undefined) return parts.pages.signedOut(factsOf(state));
    const { signing } = await state.keys();
    const answer = {
      id: state.ids.samlId(),
      now: run.now,
      inResponseTo: message.id,
      relayState: message.relayState,
    };
    return c.redirect(
      buildLogoutAnswerUrl(state.addresses, sloUrl, { ...answer, signingKey: signing.privateKeyPem }),
      303,
    );
  } catch (error) {
    return refuse(c, parts, error);
  }
}

function surroundings(c: Context, { fetchText, clientAddressOf, getUsedHere }: PublicParts) {
  const { raw } = c.req;
  return { fetchText, clientAddress: clientAddressOf(raw), headers: raw.headers, usedHere: getUsedHere() };
}

async function readPost({ req }: Context, { steps: { limits } }: LoginRun): Promise<Post> {
  const body = await readBody(req.raw, limits.formBytes);
  return { method: req.method, url: new URL(req.url), headers: req.raw.headers, body };
}
