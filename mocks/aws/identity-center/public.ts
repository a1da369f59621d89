import type { Context, Hono } from 'hono';
import type { EventLog } from '../../core/event-log.ts';
import { Refusal } from '../../core/saml/refusal.ts';
import { onlyField, readForm } from '../../core/web/forms.ts';
import { readCookie } from '../../core/web/read-cookie.ts';
import type { UserAttributes } from '../../scim/store.ts';
import { acceptResponse } from './accept-response.ts';
import { clearCookie, loginCookie, sessionCookie, setCookie } from './cookies.ts';
import { consolePage } from './pages/console.ts';
import { errorPage } from './pages/error.ts';
import { portalPage } from './pages/portal.ts';
import { signInPage } from './pages/sign-in.ts';
import { consolePath, readDestination } from './relay-state.ts';
import { buildMetadata, buildRequestUrl } from './service-provider.ts';
import type { State } from './state.ts';

/** The public addresses of one instance: portal host and sign-in host. */
export function addRoutes(app: Hono, getState: () => State, events: EventLog): void {
  app.use(async (c, next) => {
    const { scim, addresses } = getState();
    const { hostname, pathname } = new URL(c.req.url);
    const other = pathname.startsWith('/platform/') ? addresses.portalHost : addresses.signInHost;
    if (hostname === other || hostname === scim.host) return c.notFound();
    return next();
  });
  app.get('/', (c) => c.redirect('/start', 302));
  app.get('/start', (c) => showStart(c, getState()));
  app.get('/start/', (c) => showStart(c, getState()));
  app.get('/start/console', (c) => showConsole(c, getState()));
  app.post('/start/login', (c) => guarded(c, getState(), events, () => beginLogin(c, getState(), events)));
  app.get('/start/handoff', (c) =>
    guarded(c, getState(), events, async () => finishLogin(c, getState(), events)),
  );
  app.post('/start/logout', (c) => signOut(c, getState(), events));
  app.get('/platform/saml/metadata/:instance', (c) => showMetadata(c, getState()));
  app.all('/platform/saml/acs/:acs', (c) =>
    guarded(c, getState(), events, () => consume(c, getState(), events)),
  );
}

/** Turns a Refusal into AWS's page, which tells nothing, and an audit record, which tells the reason. */
async function guarded(
  c: Context,
  state: State,
  events: EventLog,
  act: () => Promise<Response>,
): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    state.audit.failure(error.message);
    events.record('login-refused', { path: c.req.path }, error.message);
    return errorPage(error.kind, {
      nonce: state.ids.token(),
      requestId: state.ids.samlId(),
      portalUrl: state.addresses.portalUrl,
    });
  }
}

/** Whose session the browser has. Somebody who is gone has none: it ended with them. */
function sessionOf(c: Context, state: State): { key: string; user: UserAttributes } | undefined {
  const key = readCookie(c.req.header('cookie'), sessionCookie) ?? '';
  const session = state.logins.sessions.get(key);
  const user = session && state.directory.store.users.get(session.userId);
  return user === undefined ? undefined : { key, user: user.attributes };
}

async function showStart(c: Context, state: State): Promise<Response> {
  const found = sessionOf(c, state);
  const destination = readDestination(c.req.query('destination') ?? '');
  const nonce = state.ids.token();
  if (found === undefined) {
    const signedOut = c.req.query('signed-out') !== undefined;
    return signInPage({ nonce, ssoUrl: state.trust?.ssoUrl, destination, signedOut });
  }
  if (destination !== undefined) return c.redirect(consolePath(destination), 303);
  const { userName, name } = found.user;
  return portalPage({
    nonce,
    userName,
    givenName: name.givenName,
    access: state.directory.accessOf(userName),
  });
}

async function showConsole(c: Context, state: State): Promise<Response> {
  const found = sessionOf(c, state);
  const wanted = readDestination(`console?${new URL(c.req.url).searchParams}`);
  if (wanted === undefined) return c.redirect('/start', 303);
  const nonce = state.ids.token();
  if (found === undefined)
    return signInPage({ nonce, ssoUrl: state.trust?.ssoUrl, destination: wanted, signedOut: false });
  const { userName } = found.user;
  const account = state.directory.accessOf(userName).find((one) => one.accountId === wanted.accountId);
  return consolePage({ nonce, userName, wanted, account });
}

/** The portal does not look the name up: whether it exists is not for a stranger to know. */
async function beginLogin(c: Context, state: State, events: EventLog): Promise<Response> {
  const form = await readForm(c.req.raw);
  const typed = (onlyField(form, 'username') ?? '').trim();
  const destination = readDestination(onlyField(form, 'destination') ?? '');
  const nonce = state.ids.token();
  if (state.trust === undefined) throw new Refusal('No identity provider is configured', 'session');
  if (typed === '' || typed.length > 320)
    return signInPage({
      nonce,
      ssoUrl: state.trust.ssoUrl,
      destination,
      signedOut: false,
      problem: 'Enter your username.',
    });
  const browser = readCookie(c.req.header('cookie'), loginCookie) ?? state.ids.token();
  const requestId = state.ids.samlId();
  const relayState = state.relayStates.seal(state.ids.token());
  const url = buildRequestUrl(state.addresses, state.trust, await state.requestKey(), {
    id: requestId,
    now: state.now(),
    relayState,
  });
  const expiresAt = state.now() + state.settings.loginMs;
  state.logins.pending.put({ requestId, relayState, browser, destination, expiresAt }, requestId);
  events.record('login-begun', { requestId, userName: typed });
  c.header('set-cookie', setCookie(loginCookie, browser));
  return c.redirect(url, 303);
}

async function consume(c: Context, state: State, events: EventLog): Promise<Response> {
  if (c.req.path !== state.addresses.acsPath) throw new Refusal('ACS URL is not that of this instance');
  const { protocol, hostname } = new URL(c.req.url);
  // A double on a port is asked by plain HTTP; what is known to have come to the public name so is refused.
  if (protocol === 'http:' && hostname === state.addresses.signInHost)
    throw new Refusal('Response came by plain HTTP');
  if (c.req.method !== 'POST') throw new Refusal(`Response came by ${c.req.method}, not by POST`);
  const form = await readForm(c.req.raw);
  const response = onlyField(form, 'SAMLResponse');
  if (response === undefined) throw new Refusal('Form has no SAMLResponse');
  const code = acceptResponse(state, { response, relayState: onlyField(form, 'RelayState') });
  events.record('response-accepted');
  return c.redirect(`${state.addresses.portalUrl}/handoff?code=${code}`, 303);
}

/** The session begins on the portal's host, under a new secret, and only in the browser that asked. */
async function finishLogin(c: Context, state: State, events: EventLog): Promise<Response> {
  const handoff = state.logins.handoffs.take(c.req.query('code') ?? '');
  if (handoff === undefined) throw new Refusal('Handoff code is unknown, used or too old', 'session');
  const browser = readCookie(c.req.header('cookie'), loginCookie);
  const isSameBrowser = handoff.browser === undefined || handoff.browser === browser;
  if (!isSameBrowser) throw new Refusal('InResponseTo names a request of another browser', 'session');
  state.logins.sessions.take(readCookie(c.req.header('cookie'), sessionCookie) ?? '');
  const { userId, sessionUntil } = handoff;
  const userName = state.directory.store.users.get(userId)?.attributes.userName ?? '';
  const key = state.ids.token();
  state.logins.sessions.put({ key, userId, startedAt: state.now(), expiresAt: sessionUntil }, key);
  state.audit.success(userName);
  events.record('signed-in', { userName });
  c.header('set-cookie', setCookie(sessionCookie, key), { append: true });
  c.header('set-cookie', clearCookie(loginCookie), { append: true });
  return c.redirect(handoff.destination === undefined ? '/start' : consolePath(handoff.destination), 303);
}

async function signOut(c: Context, state: State, events: EventLog): Promise<Response> {
  const found = sessionOf(c, state);
  if (found !== undefined) {
    state.logins.sessions.take(found.key);
    events.record('signed-out', { userName: found.user.userName });
  }
  c.header('set-cookie', clearCookie(sessionCookie));
  return c.redirect('/start?signed-out', 303);
}

async function showMetadata(c: Context, state: State): Promise<Response> {
  if (c.req.path !== state.addresses.metadataPath) return c.notFound();
  const metadata = buildMetadata(state.addresses, await state.requestKey());
  return c.body(metadata, 200, { 'content-type': 'application/samlmetadata+xml' });
}
