import type { Context, Hono } from 'hono';
import { maxXmlLength } from '../core/well-formed.ts';
import {
  type Carriage,
  chooseUnverified,
  findRequestProblem,
  type Lacks,
  maxAgeMs,
} from './check-request.ts';
import { type Application, addressesOf } from './config.ts';
import { type IdpContext, metadataOf, refuse } from './context.ts';
import { respondHome, respondQrAdvice } from './pages/home-page.ts';
import { type AuthnRequest, decodePost, decodeRedirect, readRequest } from './read-request.ts';
import { clearCookie, sessionCookie } from './sessions.ts';
import { lacks as lacksIn } from './state.ts';
import { maxInflated, prepareCarelessly } from './weak-reading.ts';

/** Longest RelayState that comes with a request, in bytes (saml-bindings 3.4.3). */
const maxSentRelayState = 80;

/** Longest one of a login that begins here, in UTF-16 units: service providers publish deep links longer than that. */
const maxRelayState = 2000;

/** Metadata, the two ways to start a login, and the tenant's start page. */
export function addSamlRoutes(app: Hono, context: IdpContext): void {
  const { config, ids, sessions } = context;
  const page = () => ({ organisation: config.organisation, nonce: ids.token() });

  app.get('/', (c) => {
    const found = sessions.find(c.req.header('cookie'));
    const applications = [...context.state.durable.applications.values()];
    return respondHome({ ...page(), applications, ...(found && { who: found.session.email }) });
  });
  app.get('/qr', () => respondQrAdvice(page()));
  app.post('/logout', (c) => {
    sessions.end(c.req.header('cookie'));
    c.header('set-cookie', clearCookie(sessionCookie));
    return c.redirect('/', 303);
  });
  app.get('/saml/metadata', (c) =>
    c.body(metadataOf(context), 200, { 'content-type': 'application/samlmetadata+xml; charset=utf-8' }),
  );
  app.get('/saml/launch/:application', (c) => {
    const application = context.state.durable.applications.get(c.req.param('application'));
    const isOwn = application?.tenant === undefined || lacksIn(context.state, 'assignment-not-checked');
    if (application === undefined || !isOwn)
      return refuse(context, 'bad-request', 'The application is not known.');
    return startLogin(c, context, application, c.req.query('RelayState'), {});
  });
  app.get('/saml/sso', (c) => {
    const query = c.req.url.replace(/^[^?]*\??/, '').replace(/#.*$/, '');
    const fields = readFields(context, query);
    const lacks: Lacks = (safeguard) => lacksIn(context.state, safeguard);
    const decoded =
      lacks('request-inflates-unbounded') || lacks('unbounded-size')
        ? decodeRedirect(fields.get('SAMLRequest') ?? '', maxInflated)
        : decodeRedirect(fields.get('SAMLRequest') ?? '');
    if (typeof decoded !== 'string') return refuse(context, 'bad-request', decoded.problem);
    return receive(c, context, fields, decoded, () => ({ binding: 'redirect', query }));
  });
  app.post('/saml/sso', async (c) => {
    const fields = new URLSearchParams(await c.req.text());
    const parameter = fields.get('SAMLRequest') ?? '';
    if (parameter.length > maxXmlLength) return refuse(context, 'bad-request', 'The request is too large.');
    const xml = decodePost(parameter);
    return receive(c, context, fields, xml, (element) => ({ binding: 'post', xml, element }));
  });
}

type Read = Extract<ReturnType<typeof readRequest>, { request: unknown }>;

/** Fields of the query. A weak provider reads another SAMLRequest than the one that is signed. */
function readFields({ state }: IdpContext, query: string): URLSearchParams {
  const fields = new URLSearchParams(query);
  if (!lacksIn(state, 'request-signature-of-other-text') || fields.getAll('SAMLRequest').length < 2)
    return fields;
  const application = [...state.durable.applications.values()].find(
    ({ requireSignedRequests }) => requireSignedRequests,
  );
  const chosen = application && chooseUnverified(query, application);
  if (chosen !== undefined) fields.set('SAMLRequest', new URLSearchParams(chosen).get('SAMLRequest') ?? '');
  return fields;
}

async function receive(
  c: Context,
  context: IdpContext,
  fields: URLSearchParams,
  sent: string,
  carriageOf: (element: Read['element']) => Carriage,
): Promise<Response> {
  const lacks: Lacks = (safeguard) => lacksIn(context.state, safeguard);
  const repeated = ['SAMLRequest', 'RelayState', 'SigAlg', 'Signature'].find(
    (name) => fields.getAll(name).length > 1,
  );
  if (repeated !== undefined && !lacks('request-signature-of-other-text'))
    return refuse(context, 'bad-request', `${repeated} is there more than once.`);
  const xml = await prepareCarelessly(sent, lacks);
  const read = readRequest(xml, {
    anyId: lacks('request-values-unescaped'),
    noIssuer: lacks('request-issuer-optional'),
    anyVersion: lacks('schema-not-checked'),
  });
  if ('problem' in read) {
    const echo = lacks('unescaped-output') ? xml : undefined;
    return refuse(context, 'bad-request', read.problem, { echo });
  }
  const { request } = read;
  const application = findApplication(context, request, lacks);
  if (application === undefined) {
    return refuse(context, 'bad-request', `No application has the entity ID "${request.issuer}".`);
  }
  const { ssoUrl } = addressesOf(context.config);
  const carriage = carriageOf(read.element);
  const now = context.clock.now();
  const problem = findRequestProblem(request, carriage, application, { ssoUrl, now, lacks });
  if (problem !== undefined) return refuse(context, 'bad-request', problem);
  if (!claimRequest(context, request) && !lacks('request-replayed'))
    return refuse(context, 'bad-request', `The request "${request.id}" was served before.`);
  const relayState = fields.get('RelayState') ?? '';
  if (Buffer.byteLength(relayState) > maxSentRelayState && !lacks('unbounded-relay-state'))
    return refuse(context, 'bad-request', `RelayState is longer than ${maxSentRelayState} bytes.`);
  const hint = request.subject ?? fields.get('login_hint') ?? undefined;
  return startLogin(c, context, application, fields.get('RelayState') ?? undefined, {
    request,
    ...(hint === undefined ? {} : { hint }),
  });
}

/** The application that asks. A weak provider serves those that it does not know as well. */
function findApplication(
  { state }: IdpContext,
  request: AuthnRequest,
  lacks: Lacks,
): Application | undefined {
  const known = [...state.durable.applications.values()];
  const found = known.find(({ entityId }) => entityId === request.issuer);
  const isServed =
    lacks('request-issuer-not-checked') || (request.issuer === '' && lacks('request-issuer-optional'));
  return (
    found ?? (isServed ? (known.find(({ acsUrl }) => acsUrl === request.acsUrl) ?? known[0]) : undefined)
  );
}

/** Remembers a request for as long as its IssueInstant would pass; false when it is known already. */
function claimRequest({ state, clock }: IdpContext, { issuer, id, issuedAt }: AuthnRequest): boolean {
  const { servedRequests } = state.durable;
  for (const [key, until] of servedRequests) if (until < clock.now()) servedRequests.delete(key);
  const key = JSON.stringify([issuer, id]);
  if (servedRequests.has(key)) return false;
  servedRequests.set(key, issuedAt + 2 * maxAgeMs);
  return true;
}

/**
 * Keeps the request and sends the browser to the login page. Only there are cookies read: a SameSite=Lax cookie does
 * not come with a form post from another site, but comes with this redirect.
 */
function startLogin(
  c: Context,
  context: IdpContext,
  application: Application,
  relayState: string | undefined,
  facts: Pick<Parameters<IdpContext['logins']['start']>[0], 'request' | 'hint'>,
): Promise<Response> | Response {
  if (relayState !== undefined && relayState.length > maxRelayState) {
    return refuse(context, 'bad-request', `RelayState is longer than ${maxRelayState} characters.`);
  }
  const login = context.logins.start({
    applicationId: application.id,
    ...facts,
    ...(relayState === undefined ? {} : { relayState }),
  });
  context.events.record('login-started', {
    application: application.id,
    initiatedBy: facts.request === undefined ? 'idp' : 'sp',
    ...(facts.request === undefined ? {} : { requestId: facts.request.id }),
  });
  return c.redirect(`/login?id=${login.id}`, 303);
}
