import type { Context, Hono } from 'hono';
import type { EventLog } from '../../core/event-log.ts';
import { Refusal } from '../../core/saml/refusal.ts';
import { onlyField, readForm } from '../../core/web/forms.ts';
import { sessionCookie, setCookie } from '../identity-center/cookies.ts';
import { portalPage } from '../identity-center/pages/portal.ts';
import { passwordPage } from './pages/password-page.ts';
import { applicationTiles, tileStyles } from './pages/tiles.ts';
import { userNamePage } from './pages/user-name-page.ts';
import { beginPortalSession, portalSession } from './session.ts';
import type { State } from './state.ts';

/** AWS's wording of a failed password is not kept anywhere we know; it does not tell which of the two was wrong. */
const wrongPassword = 'The username or password is incorrect. Try again.';

/** The access portal with a directory of its own: username, password, then accounts and applications. */
export function addPortalRoutes(app: Hono, getState: () => State, events: EventLog): void {
  const start = (c: Context) => showStart(c, getState());
  // The portal is on its own host alone; `/start/*` is `/start` too.
  app.use('/start/*', async (c, next) =>
    new URL(c.req.url).hostname === getState().center.addresses.portalHost ? next() : c.notFound(),
  );
  app.get('/start', start);
  app.get('/start/', start);
  app.post('/start/login', (c) => guarded(getState(), events, () => askPassword(c, getState())));
  app.post('/start/password', (c) => guarded(getState(), events, () => signIn(c, getState(), events)));
}

/** A form that is none, or has a field twice, leads back to the first page. */
async function guarded(state: State, events: EventLog, act: () => Promise<Response>): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    events.record('sign-in-failed', {}, error.message);
    return userNamePage({
      nonce: state.center.ids.token(),
      next: '/start',
      signedOut: false,
      problem: 'Try again.',
    });
  }
}

/** The first page of signing in; afterwards the browser goes on to `next`. */
export function askUserName(state: State, next: string, signedOut = false): Promise<Response> {
  return userNamePage({ nonce: state.center.ids.token(), next, signedOut });
}

async function showStart(c: Context, state: State): Promise<Response> {
  const session = portalSession(c.req.header('cookie'), state);
  if (session === undefined) return askUserName(state, '/start', c.req.query('signed-out') !== undefined);
  const { attributes } = session.user;
  const mine = state.applications
    .list()
    .filter((application) => state.applications.isAssigned(application, session.user));
  return portalPage({
    nonce: state.center.ids.token(),
    userName: attributes.userName,
    givenName: attributes.name.givenName,
    access: state.center.directory.accessOf(attributes.userName),
    ...(mine.length === 0 ? {} : { applications: applicationTiles(mine), moreStyles: tileStyles }),
  });
}

/** Whether the name exists is not for a stranger to know: the next page is the same for all. */
async function askPassword(c: Context, state: State): Promise<Response> {
  const form = await readForm(c.req.raw);
  const userName = (onlyField(form, 'username') ?? '').trim();
  const next = ownPath(onlyField(form, 'next'));
  const nonce = state.center.ids.token();
  if (userName === '' || userName.length > 320)
    return userNamePage({ nonce, next, signedOut: false, problem: 'Enter your username.' });
  return passwordPage({ nonce, userName, next });
}

async function signIn(c: Context, state: State, events: EventLog): Promise<Response> {
  const form = await readForm(c.req.raw);
  const userName = onlyField(form, 'username') ?? '';
  const next = ownPath(onlyField(form, 'next'));
  const { directory, ids, audit } = state.center;
  // Without regard to case, as people type their names; the directory's own spelling is what counts afterwards.
  const user = directory.store.users.byName(userName);
  const knows = state.isPassword(user?.attributes.userName ?? '', onlyField(form, 'password') ?? '');
  if (user === undefined || !user.attributes.active || !knows) {
    const reason = user?.attributes.active === false ? 'User is disabled' : 'Username or password is wrong';
    audit.failure(reason);
    events.record('sign-in-failed', { userName }, reason);
    return passwordPage({ nonce: ids.token(), userName, next, problem: wrongPassword });
  }
  const key = beginPortalSession(user, c.req.header('cookie'), state);
  events.record('signed-in', { userName: user.attributes.userName });
  c.header('set-cookie', setCookie(sessionCookie, key));
  return c.redirect(next, 303);
}

/** A path of the portal; anything else leads to its first page. */
function ownPath(text: string | undefined): string {
  return /^\/start(?:\/saml\/custom\/[\w%.~!'()*+=/-]+(?:\?request=[\w-]+)?)?$/.test(text ?? '')
    ? (text ?? '/start')
    : '/start';
}
