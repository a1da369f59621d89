import type { Context, Hono } from 'hono';
import type { EventLog } from '../../core/event-log.ts';
import { type AuthnRequest, decodePost, decodeRedirect, readRequest } from '../../idp/read-request.ts';
import { ssoHostOf, tilePath } from './addresses.ts';
import type { Application } from './applications.ts';
import { buildMetadata } from './metadata.ts';
import { type RefusalKind, refusedPage } from './pages/refused-page.ts';
import { respondApplication } from './respond.ts';
import { askUserName } from './routes-portal.ts';
import { portalSession } from './session.ts';
import type { State } from './state.ts';

/** How far a request's IssueInstant may be from now, and how long it waits for the person, in milliseconds. */
const maxAgeMs = 10 * 60_000;
const loginMs = 15 * 60_000;
const maxRequestLength = 100_000;

/** The addresses that an application is given, and the portal's tile. */
export function addSamlRoutes(app: Hono, getState: () => State, events: EventLog): void {
  const isSsoHost = (c: Context) =>
    new URL(c.req.url).hostname === ssoHostOf(getState().center.addresses.region);
  app.use('/saml/*', async (c, next) => (isSsoHost(c) ? next() : c.notFound()));
  app.get('/saml/metadata/:key', async (c) => {
    const application = getState().applications.byKey(c.req.param('key'));
    if (application === undefined)
      return refuse(getState(), events, 'bad-request', 'The application is not known');
    const key = await getState().certificates.active(application.id);
    return c.body(buildMetadata(application.addresses, key), 200, {
      'content-type': 'application/samlmetadata+xml',
    });
  });
  app.on(['GET', 'POST'], '/saml/assertion/:key', (c) => receive(c, getState(), events));
  // In the metadata, but the user guide names no sign-out of applications: what AWS answers is not known.
  app.on(['GET', 'POST'], '/saml/logout/:key', () =>
    refuse(getState(), events, 'bad-request', 'Sign-out is asked for, which Identity Center does not offer'),
  );
  app.get('/start/saml/custom/:name/:key', (c) => openApplication(c, getState(), events));
}

/** The event log has the reason, the page has not. */
function refuse(
  { center }: State,
  events: EventLog,
  kind: RefusalKind,
  reason: string,
  about?: Application,
): Promise<Response> {
  events.record('refused', { kind, ...(about === undefined ? {} : { application: about.id }) }, reason);
  return refusedPage(kind, { nonce: center.ids.token(), portalUrl: center.addresses.portalUrl });
}

/** SP-initiated: keeps the request and sends the browser to the portal, which knows who the person is. */
async function receive(c: Context, state: State, events: EventLog): Promise<Response> {
  const { applications, center } = state;
  const application = applications.byKey(c.req.param('key') ?? '');
  if (application === undefined) return refuse(state, events, 'bad-request', 'The application is not known');
  const isPost = c.req.method === 'POST';
  const fields = new URLSearchParams(isPost ? await c.req.text() : new URL(c.req.url).search);
  const parameter = fields.get('SAMLRequest');
  const xml = parameter === null ? { problem: 'There is no SAMLRequest' } : decode(parameter, isPost);
  const read = typeof xml === 'string' ? readRequest(xml) : xml;
  const problem = 'problem' in read ? read.problem : findProblem(read.request, application, center.now());
  if (problem !== undefined || 'problem' in read)
    return refuse(state, events, 'bad-request', problem ?? '', application);
  if (!application.setup.spInitiated)
    return refuse(state, events, 'no-access', 'Logins do not begin at this application', application);
  const { request } = read;
  const handle = state.requests.put({
    applicationId: application.id,
    requestId: request.id,
    relayState: fields.get('RelayState') ?? undefined,
    expiresAt: center.now() + loginMs,
  });
  events.record('login-started', { application: application.id, requestId: request.id });
  const path = tilePath(application.setup.displayName, application.addresses.key);
  return c.redirect(`https://${center.addresses.portalHost}${path}?request=${handle}`, 303);
}

function decode(parameter: string, isPost: boolean): string | { readonly problem: string } {
  if (parameter.length > maxRequestLength) return { problem: 'The request is too large' };
  return isPost ? decodePost(parameter) : decodeRedirect(parameter);
}

/** That another consumer service is refused was seen in reports; the rest are the rules of the standard (Core 3.4.1). */
function findProblem(
  request: AuthnRequest,
  { setup, addresses }: Application,
  now: number,
): string | undefined {
  if (request.acsUrl !== undefined && request.acsUrl !== setup.acsUrl)
    return `AssertionConsumerServiceURL "${request.acsUrl}" is not the application's "${setup.acsUrl}"`;
  if (request.destination !== undefined && request.destination !== addresses.entityId)
    return `Destination "${request.destination}" is not "${addresses.entityId}"`;
  if (Math.abs(now - request.issuedAt) > maxAgeMs) return 'IssueInstant is too far from now';
  if (setup.compareIssuer && request.issuer !== setup.audience)
    return `Issuer of request "${request.issuer}" does not match our record "${setup.audience}"`;
  return undefined;
}

/** The tile, or what a request waits for: the person signs in, and the application gets its Response. */
async function openApplication(c: Context, state: State, events: EventLog): Promise<Response> {
  const { applications, requests } = state;
  const application = applications.byKey(c.req.param('key') ?? '');
  if (application === undefined) return refuse(state, events, 'bad-request', 'The application is not known');
  const handle = c.req.query('request');
  const session = portalSession(c.req.header('cookie'), state);
  if (session === undefined) {
    const { pathname, search } = new URL(c.req.url);
    return askUserName(state, pathname + search);
  }
  if (!applications.isAssigned(application, session.user)) {
    const reason = `"${session.user.attributes.userName}" is not assigned to the application`;
    return refuse(state, events, 'no-access', reason, application);
  }
  if (handle === undefined && application.setup.startUrl !== '')
    return c.redirect(application.setup.startUrl, 303);
  const request = handle === undefined ? undefined : requests.take(handle);
  if (handle !== undefined && request?.applicationId !== application.id)
    return refuse(
      state,
      events,
      'bad-request',
      'The request is not known, was answered or is too old',
      application,
    );
  const answer = await respondApplication(state, application, session, request);
  if ('problem' in answer) return refuse(state, events, 'bad-request', answer.problem, application);
  events.record('response-issued', {
    application: application.id,
    user: session.user.attributes.userName,
    responseId: answer.responseId,
  });
  return answer.page;
}
