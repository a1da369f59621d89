import type { Context, Hono } from 'hono';
import { readSignInAddress } from '../../../harness/aws/sign-in-addresses.ts';
import { Refusal } from '../../core/saml/refusal.ts';
import { onlyField, readForm } from '../../core/web/forms.ts';
import { readCookie } from '../../core/web/read-cookie.ts';
import { addressOf, isConsoleHost, regionOf } from './addresses.ts';
import type { ConsoleSession } from './console-session.ts';
import { consume, type Outcome, type Post } from './consume.ts';
import { clearSessionCookie, sessionCookie, setSessionCookie } from './cookies.ts';
import { pageTexts } from './error-text.ts';
import { buildMetadata } from './metadata.ts';
import { consolePage, signedOutPage } from './pages/console.ts';
import { errorPage } from './pages/error.ts';
import { pickerPage } from './pages/picker.ts';
import type { SignIn } from './state.ts';

/** The public addresses: the sign-in hosts' ACS and metadata, and every page of the console's hosts. */
export function addRoutes(app: Hono, signIn: SignIn): void {
  app.use(async (c, next) => {
    if (!isConsoleHost(new URL(c.req.url).hostname)) return next();
    return showConsoleHost(c, signIn);
  });
  app.all('/saml', (c) => receive(c, signIn));
  app.all('/saml/acs/:uuid', (c) => receive(c, signIn));
  app.get('/static/saml-metadata.xml', (c) => showMetadata(c, '/saml'));
  app.get('/static/saml/:uuid/saml-metadata.xml', (c) => showMetadata(c, `/saml/acs/${c.req.param('uuid')}`));
}

async function receive(c: Context, signIn: SignIn): Promise<Response> {
  const nonce = signIn.ids.token();
  const address = addressOf(publicUrl(c));
  if (address === undefined) return c.notFound();
  // There is no request that could be made to this address: federation begins at the identity provider.
  if (c.req.method !== 'POST') return errorPage({ nonce, text: pageTexts.invalid, status: 400 });
  const post = await readPost(c, signIn);
  const outcome = post === undefined ? unreadable : consume(signIn, address, post);
  if (outcome.kind === 'error') return errorPage({ nonce, text: outcome.text, status: outcome.status });
  if (outcome.kind === 'choose') {
    const { samlResponse = '', relayState = '' } = post ?? {};
    signIn.events.record('roles-offered', { roles: outcome.pairs.map(({ role }) => role.arn) });
    const { pairs } = outcome;
    return pickerPage({
      nonce,
      pairs,
      samlResponse,
      relayState,
      action: c.req.path,
      aliases: signIn.state.accounts.aliases,
    });
  }
  return handOver(c, signIn, outcome);
}

const unreadable: Outcome = { kind: 'error', text: pageTexts.none, status: 400 };

async function readPost(c: Context, { events }: SignIn): Promise<Post | undefined> {
  try {
    const form = await readForm(c.req.raw);
    return {
      samlResponse: onlyField(form, 'SAMLResponse'),
      relayState: onlyField(form, 'RelayState'),
      roleIndex: onlyField(form, 'roleIndex'),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    events.record('post-rejected', {}, error.message);
    return undefined;
  }
}

function handOver(
  c: Context,
  signIn: SignIn,
  { handoff, provider }: Extract<Outcome, { kind: 'signed-in' }>,
): Response {
  const { destination, session } = handoff;
  const code = signIn.handoffs.put(handoff);
  signIn.audit.login({ ...session, startedAt: signIn.now() }, destination, provider);
  return c.redirect(new URL(`/console/handoff?code=${code}`, destination).href, 303);
}

async function showConsoleHost(c: Context, signIn: SignIn): Promise<Response> {
  const url = publicUrl(c);
  const nonce = signIn.ids.token();
  if (url.pathname === '/console/handoff') return beginSession(c, signIn, url);
  const key = readCookie(c.req.header('cookie'), sessionCookie) ?? '';
  if (url.pathname === '/console/logout!doLogout') {
    if (signIn.sessions.take(key) !== undefined) signIn.events.record('signed-out');
    return signedOutPage({ nonce, reason: 'signed-out', headers: { 'set-cookie': clearSessionCookie() } });
  }
  if (c.req.method !== 'GET') return c.notFound();
  const session = signIn.sessions.get(key);
  if (session === undefined) return signedOutPage({ nonce, reason: 'no-session' });
  return consolePage({ nonce, session, url, region: regionOf(url) });
}

/** A one-use code brings the login to the console's host, where the session begins under a new secret. */
function beginSession(c: Context, signIn: SignIn, url: URL): Promise<Response> | Response {
  const handoff = signIn.handoffs.take(url.searchParams.get('code') ?? '');
  if (handoff === undefined || new URL(handoff.destination).host !== url.host)
    return signedOutPage({ nonce: signIn.ids.token(), reason: 'no-session' });
  signIn.sessions.take(readCookie(c.req.header('cookie'), sessionCookie) ?? '');
  const session: ConsoleSession = { ...handoff.session, startedAt: signIn.now() };
  const key = signIn.sessions.put(session);
  signIn.events.record('signed-in', { arn: session.arn, destination: handoff.destination });
  c.header('set-cookie', setSessionCookie(key));
  return c.redirect(handoff.destination, 303);
}

function showMetadata(c: Context, path: string): Response | Promise<Response> {
  const address = readSignInAddress(`${publicUrl(c).origin}${path}`);
  if (address === undefined) return c.notFound();
  return c.body(buildMetadata(address), 200, { 'content-type': 'application/samlmetadata+xml' });
}

function publicUrl(c: Context): URL {
  return new URL(c.req.url);
}
