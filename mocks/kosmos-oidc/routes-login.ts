import type { Context, Hono } from 'hono';
import { type IdpContext, refuse } from '../idp/context.ts';
import { respondLoginPage } from '../idp/pages/login-page.ts';
import { respondRefusal } from '../idp/pages/refusal-page.ts';
import { browserCookie, readCookie, setCookie } from '../idp/sessions.ts';
import type { Code, Login } from '../idp/state.ts';
import type { OidcClient } from './config.ts';
import type { OidcLogin } from './interactions.ts';
import { interactionPath } from './provider.ts';

export interface LoginRouteParts {
  readonly context: IdpContext;
  readonly client: (id: string) => OidcClient | undefined;
  readonly waiting: ReadonlyMap<string, OidcLogin>;
  readonly origin: string;
}

/**
 * The tenant's login pages for authorization requests: the same page, phone and codes as for SAML; only what follows is
 * another. Logins that are not of OpenID Connect pass on to the routes that come after.
 */
export function addOidcLoginRoutes(app: Hono, parts: LoginRouteParts): void {
  const { context, waiting } = parts;
  const { logins } = context;

  app.get('/login', async (c, next) => {
    const found = open(c, parts, c.req.query('id'));
    if (found === undefined) return next();
    const { login, browser } = found;
    if (login === undefined) return refuse(context, 'login-unknown', 'Another browser has this login.');
    if (login.finished) return refuse(context, 'finished', 'The login was finished before.');
    if (logins.isLocked(login))
      return refuse(context, 'too-many-attempts', 'There were too many wrong answers.');
    const code = logins.showCode(login, parts.origin);
    const page = await showCode(parts, login, code);
    page.headers.append('set-cookie', setCookie(browserCookie, browser));
    return page;
  });

  app.get('/login/complete', async (c, next) => {
    const found = open(c, parts, c.req.query('id'));
    if (found === undefined) return next();
    const { login, oidc } = found;
    if (login === undefined) return refuse(context, 'login-unknown', 'Another browser has this login.');
    if (login.finished) return refuse(context, 'finished', 'The login was finished before.');
    const code = login.codes.at(-1);
    const status = logins.statusOf(login);
    if (status === 'approved') return c.redirect(`${interactionPath}${oidc.uid}`, 303);
    if (code === undefined) return c.redirect(`/login?id=${login.id}`, 303);
    if (status === 'waiting' || status === 'scanned') return showCode(parts, login, code);
    return refuseWith(parts, login, oidc, status === 'failed' ? (code.reason ?? 'unverified') : status);
  });

  app.post('/login/cancel', async (c, next) => {
    const text = await c.req.raw.clone().text();
    const found = open(c, parts, new URLSearchParams(text).get('id') ?? undefined);
    if (found === undefined) return next();
    const { login, oidc } = found;
    if (login === undefined) return refuse(context, 'login-unknown', 'Another browser has this login.');
    login.finished = true;
    return c.redirect(`${interactionPath}${oidc.uid}?cancelled`, 303);
  });

  function open(c: Context, { waiting: all }: LoginRouteParts, id: string | undefined) {
    const oidc = id === undefined ? undefined : all.get(id);
    if (id === undefined || oidc === undefined) return undefined;
    const browser = readCookie(c.req.header('cookie'), browserCookie) ?? context.ids.token();
    return { oidc, browser, login: logins.open(id, browser) };
  }

  function showCode({ client }: LoginRouteParts, login: Login, code: Code): Promise<Response> {
    const oidc = waiting.get(login.id);
    const name = client(oidc?.clientId ?? '')?.name ?? login.applicationId;
    return respondLoginPage({
      organisation: context.config.organisation,
      application: oidc?.wantsProof === true ? `${name} with LiveID` : name,
      loginId: login.id,
      nonce: context.ids.token(),
      qr: code.qr,
      number: code.number,
      secondsLeft: Math.max(0, Math.ceil((code.expiresAt - context.clock.now()) / 1000)),
      isScanned: code.state === 'scanned',
      ...(login.hint === undefined ? {} : { hint: login.hint }),
    });
  }

  function refuseWith(
    { client }: LoginRouteParts,
    login: Login,
    { clientId }: OidcLogin,
    refusal: Parameters<typeof respondRefusal>[0],
  ): Promise<Response> {
    context.events.record('refused', { refusal, application: clientId }, `The phone answered: ${refusal}.`);
    const known = client(clientId);
    return respondRefusal(refusal, {
      organisation: context.config.organisation,
      nonce: context.ids.token(),
      loginId: login.id,
      ...(known === undefined ? {} : { application: { name: known.name, accessUrl: known.accessUrl } }),
    });
  }
}
