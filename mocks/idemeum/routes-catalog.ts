import type { Context, Hono } from 'hono';
import { type IdpContext, refuse } from '../idp/context.ts';
import { decodePost, decodeRedirect, readRequest } from '../idp/read-request.ts';
import { browserCookie, clearCookie, readCookie, sessionCookie, setCookie } from '../idp/sessions.ts';
import { respondCatalog, respondSignedOut } from './pages/catalog-page.ts';
import { respondStartHere } from './pages/start-here-page.ts';
import { catalogId, type Tenant } from './tenant.ts';

type Next = () => Promise<void>;

/**
 * The user catalog in front of the login's own routes: these come first, and hand on what is not theirs. A sign-in to the
 * catalog is a login like any other, but ends with the page of tiles in place of a SAML Response.
 */
export function addCatalogRoutes(app: Hono, getTenant: () => Tenant): void {
  const page = ({ context }: Tenant) => ({
    organisation: context.config.organisation,
    nonce: context.ids.token(),
  });
  app.get('/', (c) => showCatalog(c, getTenant()));
  app.get('/signed-out', () => respondSignedOut(page(getTenant())));
  app.post('/logout', (c) => {
    const { sessions } = getTenant().context;
    sessions.end(c.req.header('cookie'));
    c.header('set-cookie', clearCookie(sessionCookie));
    return c.redirect('/signed-out', 303);
  });
  app.get('/login', (c, next: Next) => skipKnown(c, next, getTenant()));
  app.get('/login/complete', (c, next: Next) => finish(c, next, getTenant()));
  app.get(`/saml/launch/${catalogId}`, (c) => c.redirect('/', 303));
  app.get('/saml/sso', (c, next: Next) => {
    const decoded = decodeRedirect(c.req.query('SAMLRequest') ?? '');
    return typeof decoded === 'string' ? answerRequest(c, next, getTenant(), decoded) : next();
  });
  app.post('/saml/sso', async (c, next: Next) => {
    const form = new URLSearchParams(await c.req.text());
    return answerRequest(c, next, getTenant(), decodePost(form.get('SAMLRequest') ?? ''));
  });
}

/** The tiles of whoever is signed in; else a sign-in. */
async function showCatalog(c: Context, tenant: Tenant): Promise<Response> {
  const { context, directory, applications } = tenant;
  const found = context.sessions.find(c.req.header('cookie'));
  const person = found && [...directory.people.values()].find(({ email }) => email === found.session.email);
  if (person === undefined) {
    const login = context.logins.start({ applicationId: catalogId });
    context.events.record('login-started', { application: catalogId, initiatedBy: 'idp' });
    return c.redirect(`/login?id=${login.id}`, 303);
  }
  const tiles = applications
    .list()
    .filter(({ id, saml }) => saml !== undefined && applications.entitled(id).has(person.id))
    .map(({ id, template: { name, description } }) => ({ id, name, description }));
  const { config, ids } = context;
  return respondCatalog({
    organisation: config.organisation,
    nonce: ids.token(),
    firstName: person.firstName,
    email: person.email,
    tiles,
  });
}

/** Somebody who is signed in already needs no code to see the catalog. */
async function skipKnown(c: Context, next: Next, { context }: Tenant): Promise<Response | undefined> {
  const isSignedIn = context.sessions.find(c.req.header('cookie')) !== undefined;
  const login = catalogLogin(context, c.req.query('id'));
  if (isSignedIn && login !== undefined && !login.finished) return c.redirect('/', 303);
  await next();
  return undefined;
}

async function finish(c: Context, next: Next, { context }: Tenant): Promise<Response | undefined> {
  const cookie = c.req.header('cookie');
  const asked = catalogLogin(context, c.req.query('id'));
  const browser = readCookie(cookie, browserCookie);
  // A login that another browser began, or that is not approved: the login's own pages say so.
  const login =
    asked === undefined || browser === undefined ? undefined : context.logins.open(asked.id, browser);
  if (login?.authentication === undefined || login.finished) {
    await next();
    return undefined;
  }
  login.finished = true;
  const user = context.state.durable.users.get(login.authentication.email);
  if (user?.enabled !== true) return refuse(context, 'account', 'The person is switched off or gone.');
  const { token } = context.sessions.start(login.authentication, cookie);
  context.events.record('catalog-opened', { user: user.email });
  c.header('set-cookie', setCookie(sessionCookie, token));
  return c.redirect('/', 303);
}

function catalogLogin({ state }: IdpContext, id: string | undefined) {
  const login = id === undefined ? undefined : state.volatile.logins.get(id);
  return login?.applicationId === catalogId ? login : undefined;
}

/** Applications that people start from the catalog do not begin logins themselves. */
async function answerRequest(
  _: Context,
  next: Next,
  { context, applications }: Tenant,
  xml: string,
): Promise<Response | undefined> {
  const read = readRequest(xml);
  const issuer = 'problem' in read ? undefined : read.request.issuer;
  const one = applications.list().find(({ saml }) => saml !== undefined && saml.entityId === issuer);
  if (one?.template.idpInitiatedOnly !== true) {
    await next();
    return undefined;
  }
  context.events.record(
    'refused',
    { refusal: 'idp-initiated-only', application: one.id },
    `${one.template.name} is started from the catalog only.`,
  );
  const { config, ids } = context;
  return respondStartHere({
    organisation: config.organisation,
    nonce: ids.token(),
    application: one.template.name,
  });
}
