import type { Context, Hono } from 'hono';
import { maxXmlLength } from '../core/well-formed.ts';
import { type Carriage, findRequestProblem } from './check-request.ts';
import { type Application, addressesOf } from './config.ts';
import { type IdpContext, metadataOf, refuse } from './context.ts';
import { respondHome, respondQrAdvice } from './pages/home-page.ts';
import { decodePost, decodeRedirect, readRequest } from './read-request.ts';
import { clearCookie, sessionCookie } from './sessions.ts';

/** Longest RelayState that is carried, in UTF-16 units; what is over the standard's 80 bytes is the sender's fault. */
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
    if (application === undefined) return refuse(context, 'bad-request', 'The application is not known.');
    return startLogin(c, context, application, c.req.query('RelayState'), {});
  });
  app.get('/saml/sso', (c) => {
    const query = c.req.url.replace(/^[^?]*\??/, '').replace(/#.*$/, '');
    const fields = new URLSearchParams(query);
    const decoded = decodeRedirect(fields.get('SAMLRequest') ?? '');
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

function receive(
  c: Context,
  context: IdpContext,
  fields: URLSearchParams,
  xml: string,
  carriageOf: (element: Read['element']) => Carriage,
): Promise<Response> | Response {
  const repeated = ['SAMLRequest', 'RelayState', 'SigAlg', 'Signature'].find(
    (name) => fields.getAll(name).length > 1,
  );
  if (repeated !== undefined) return refuse(context, 'bad-request', `${repeated} is there more than once.`);
  const read = readRequest(xml);
  if ('problem' in read) return refuse(context, 'bad-request', read.problem);
  const { request } = read;
  const application = [...context.state.durable.applications.values()].find(
    ({ entityId }) => entityId === request.issuer,
  );
  if (application === undefined) {
    return refuse(context, 'bad-request', `No application has the entity ID "${request.issuer}".`);
  }
  const { ssoUrl } = addressesOf(context.config);
  const carriage = carriageOf(read.element);
  const problem = findRequestProblem(request, carriage, application, ssoUrl, context.clock.now());
  if (problem !== undefined) return refuse(context, 'bad-request', problem);
  const hint = request.subject ?? fields.get('login_hint') ?? undefined;
  return startLogin(c, context, application, fields.get('RelayState') ?? undefined, {
    request,
    ...(hint === undefined ? {} : { hint }),
  });
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
