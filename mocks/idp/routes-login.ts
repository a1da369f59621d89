import type { Context, Hono } from 'hono';
import { saml } from '../core/saml/write-xml.ts';
import { type Application, addressesOf, isAssigned } from './config.ts';
import { type IdpContext, refuse } from './context.ts';
import { metClasses } from './login-facts.ts';
import { respondLoginPage } from './pages/login-page.ts';
import type { Refusal } from './pages/refusal-page.ts';
import { respondLogin, respondStatus } from './respond.ts';
import { browserCookie, readCookie, sessionCookie, setCookie } from './sessions.ts';
import { type Code, type IdpState, type Login, lacks } from './state.ts';

/** The login page, its status, its end, and the way out. */
export function addLoginRoutes(app: Hono, context: IdpContext): void {
  const { logins, sessions } = context;

  app.get('/login', async (c) => {
    const { login, application, browser } = openLogin(c, context, c.req.query('id'));
    if (login === undefined || application === undefined) return refuseUnknown(context);
    const bind = (response: Response) => withCookie(response, setCookie(browserCookie, browser));
    if (login.finished) return refuse(context, 'finished', 'The login was finished before.', { application });
    if (login.authentication !== undefined) return bind(c.redirect(`/login/complete?id=${login.id}`, 303));
    const status = findStatus(context.state, login, application);
    if (status !== undefined) return bind(await respondStatus(context, login, application, status));
    const found = sessions.find(c.req.header('cookie'));
    if (found !== undefined && sessions.answers(found.session, login, application)) {
      return bind(await complete(c, context, login, application));
    }
    if (login.request?.isPassive === true && !lacks(context.state, 'passive-ignored')) {
      return bind(await respondStatus(context, login, application, ['Responder', 'NoPassive']));
    }
    if (logins.isLocked(login)) {
      return refuse(context, 'too-many-attempts', 'There were too many wrong answers.', { application });
    }
    const code = logins.showCode(login, addressesOf(context.config).origin);
    context.events.record('code-shown', { application: application.id });
    return bind(await showCode(context, login, application, code));
  });

  app.get('/login/status', (c) => {
    const { login } = openLogin(c, context, c.req.query('id'));
    if (login === undefined) return c.json({ state: 'expired' }, 404);
    return c.json({ state: logins.statusOf(login) });
  });

  app.get('/login/complete', async (c) => {
    const { login, application } = openLogin(c, context, c.req.query('id'));
    if (login === undefined || application === undefined) return refuseUnknown(context);
    if (login.finished) return refuse(context, 'finished', 'The login was finished before.', { application });
    const code = login.codes.at(-1);
    const status = logins.statusOf(login);
    if (status === 'approved') return complete(c, context, login, application);
    // Nobody has shown a code yet: the page that does comes first.
    if (code === undefined) return c.redirect(`/login?id=${login.id}`, 303);
    if (status === 'waiting' || status === 'scanned') return showCode(context, login, application, code);
    return refuse(context, refusalOf(login, code, status), `The login ended as ${status}.`, {
      login,
      application,
    });
  });

  app.post('/login/cancel', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const { login, application } = openLogin(c, context, form.get('id') ?? undefined);
    if (login === undefined || application === undefined) return refuseUnknown(context);
    if (login.finished) return refuse(context, 'finished', 'The login was finished before.', { application });
    if (login.request !== undefined) {
      return respondStatus(context, login, application, ['Responder', 'AuthnFailed']);
    }
    login.finished = true;
    return refuse(context, 'cancelled', 'The person cancelled.', { application });
  });
}

/** The login that the browser asks for, and the browser's own cookie value: a new one if it has none. */
function openLogin(c: Context, context: IdpContext, id: string | undefined) {
  const browser = readCookie(c.req.header('cookie'), browserCookie) ?? context.ids.token();
  const login = context.logins.open(id, browser);
  const application = login && context.state.durable.applications.get(login.applicationId);
  return { login, application, browser };
}

function refuseUnknown(context: IdpContext): Promise<Response> {
  return refuse(context, 'login-unknown', 'The login is over, or another browser has it.');
}

/** Ends a login that is proved, by the phone or by single sign-on. */
async function complete(
  c: Context,
  context: IdpContext,
  login: Login,
  application: Application,
): Promise<Response> {
  const cookie = c.req.header('cookie');
  const { authentication } = login;
  const email = authentication?.email ?? context.sessions.find(cookie)?.session.email;
  const { durable } = context.state;
  const named = lacks(context.state, 'request-subject-trusted') ? login.request?.subject : undefined;
  const user = email === undefined ? undefined : durable.users.get(named ?? email);
  const isActive = user?.enabled === true || lacks(context.state, 'account-state-not-checked');
  if (user === undefined || !isActive) {
    login.finished = true;
    return refuse(context, 'account', 'The person is switched off or gone.', { application });
  }
  if (!isAssigned(application, user) && !lacks(context.state, 'assignment-not-checked')) {
    login.finished = true;
    return refuse(context, 'not-assigned', `${user.email} is not assigned to ${application.id}.`, {
      application,
    });
  }
  if (authentication === undefined) {
    const found = context.sessions.find(cookie);
    return found === undefined
      ? refuseUnknown(context)
      : respondLogin(context, login, application, user, found.session);
  }
  const { token, session } = context.sessions.start(authentication, cookie);
  const response = await respondLogin(context, login, application, user, session);
  return withCookie(response, setCookie(sessionCookie, token));
}

function showCode(
  context: IdpContext,
  login: Login,
  application: Application,
  code: Code,
): Promise<Response> {
  return respondLoginPage({
    organisation: context.config.organisation,
    application: application.name,
    loginId: login.id,
    nonce: context.ids.token(),
    qr: code.qr,
    number: code.number,
    secondsLeft: Math.max(0, Math.ceil((code.expiresAt - context.clock.now()) / 1000)),
    isScanned: code.state === 'scanned',
    ...(login.hint === undefined ? {} : { hint: login.hint }),
  });
}

function isLocked(login: Login): boolean {
  return login.codes.some((code) => code.reason === 'too-many-attempts');
}

function refusalOf(login: Login, code: Code, status: 'denied' | 'expired' | 'failed'): Refusal {
  if (status !== 'failed') return status;
  return isLocked(login) ? 'too-many-attempts' : (code.reason ?? 'unverified');
}

/** A request that no login can meet is answered with a Status at once (saml-core 3.4.1.1, 3.3.2.2.1). */
function findStatus(
  state: IdpState,
  login: Login,
  application: Application,
): readonly [string, string] | undefined {
  const { nameIdFormat, requestedClasses } = login.request ?? {};
  if (
    !lacks(state, 'name-policy-ignored') &&
    nameIdFormat !== undefined &&
    nameIdFormat !== saml.unspecified &&
    nameIdFormat !== application.nameIdFormat
  ) {
    return ['Requester', 'InvalidNameIDPolicy'];
  }
  // `better` asks for more than each of the classes, which none here can promise.
  const isMet =
    lacks(state, 'context-ignored') ||
    requestedClasses === undefined ||
    requestedClasses.classes.length === 0 ||
    (requestedClasses.comparison !== 'better' &&
      (requestedClasses.comparison === 'minimum' || requestedClasses.comparison === 'maximum'
        ? true
        : requestedClasses.classes.some((one) => metClasses.includes(one))));
  return isMet ? undefined : ['Responder', 'NoAuthnContext'];
}

function withCookie(response: Response, cookie: string): Response {
  response.headers.append('set-cookie', cookie);
  return response;
}
