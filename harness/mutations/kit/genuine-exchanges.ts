import type { Exchange, Header } from '../../model/evidence.ts';
import { alice, consoleUrl, deepLink, type GenuineFacts, instant, names } from './genuine-facts.ts';
import { consolePage, loginPage, portalPage, postPage, signInPage } from './genuine-pages.ts';
import { maskMessages } from './redirect.ts';

const cookieAttributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** All requests of the genuine login in their order, secrets masked, from the portal's first page to sign-out. */
export function buildExchanges(facts: GenuineFacts, requestUrl: string): readonly Exchange[] {
  const { loginId, initiatedBy } = facts;
  const masked = (label: string) => `masked-${Buffer.from(facts.token(label)).toString('hex').slice(0, 10)}`;
  const portalLogin = `__Host-portal-login=${masked('portal login')}`;
  const portalSession = `__Host-portal-session=${masked('portal session')}`;
  const browser = `__Host-browser=${masked('browser')}`;
  const cookies = { portalLogin: initiatedBy === 'sp' ? [portalLogin] : [], browser: [browser] };
  const set = (cookie: string) => `${cookie}; ${cookieAttributes}`;
  const clear = (name: string) => `${name}=; ${cookieAttributes}; Max-Age=0`;
  const relayState = initiatedBy === 'sp' ? `&RelayState=${encodeURIComponent(facts.relayState)}` : '';
  const page = (label: string, build: (nonce: string) => string): Answer => {
    const nonce = facts.token(`nonce ${label}`);
    return { status: 200, body: build(nonce), nonce };
  };
  // Browsers hold the redirect after the form's post to form-action as well.
  const signIn = (label: string): Answer => ({
    ...page(label, signInPage),
    formAction: `'self' ${names.idpOrigin}`,
  });
  const status = (state: string): Answer => ({ status: 200, json: JSON.stringify({ state }) });
  const redirect = (location: string, ...setCookies: readonly string[]): Answer => ({
    status: 303,
    location,
    setCookies,
  });
  const login = `${names.idpOrigin}/login?id=${loginId}`;
  const query = `id=${loginId}`;
  const { started, requested, shown, approved, issued } = facts.at;
  const fromPortal = [
    get(names.portalUrl, started, [], signIn('start')),
    post(
      `${names.portalUrl}/login`,
      requested - 40,
      [],
      `destination=${encodeURIComponent(deepLinkHash)}&username=${encodeURIComponent(alice.userName)}`,
      {
        ...redirect(maskMessages(requestUrl), set(portalLogin)),
        origin: names.portalOrigin,
      },
    ),
    get(maskMessages(requestUrl), requested, [], redirect(`/login?${query}`)),
  ];
  const fromTile = [get(names.launchUrl, requested, [], redirect(`/login?${query}`))];
  const end = initiatedBy === 'sp' ? consoleUrl : names.portalUrl;
  const steps: readonly Step[] = [
    ...(initiatedBy === 'sp' ? fromPortal : fromTile),
    get(login, shown - 1500, [], {
      ...page('login 1', (nonce) => loginPage(facts, nonce, facts.challengeBefore)),
      setCookies: [set(browser)],
    }),
    poll(`${names.idpOrigin}/login/status?${query}`, shown - 1000, cookies.browser, status('waiting')),
    get(login, shown, cookies.browser, {
      ...page('login 2', (nonce) => loginPage(facts, nonce, facts.challenge)),
      setCookies: [set(browser)],
    }),
    poll(`${names.idpOrigin}/login/status?${query}`, shown + 700, cookies.browser, status('scanned')),
    poll(`${names.idpOrigin}/login/status?${query}`, approved + 300, cookies.browser, status('approved')),
    get(`${names.idpOrigin}/login/complete?${query}`, issued, cookies.browser, {
      ...page('post', (nonce) => postPage(facts, nonce)),
      formAction: 'https:',
      setCookies: [set(`__Host-session=${masked('idp session')}`)],
    }),
    post(names.acsUrl, issued + 200, [], `SAMLResponse=kept-as-artifact${relayState}`, {
      ...redirect(`${names.portalUrl}/handoff?code=${masked('handoff')}`),
      origin: 'null',
    }),
    get(
      `${names.portalUrl}/handoff?code=${masked('handoff')}`,
      issued + 300,
      cookies.portalLogin,
      redirect(end.replace(names.portalOrigin, ''), set(portalSession), clear('__Host-portal-login')),
    ),
    ...(initiatedBy === 'sp'
      ? [get(consoleUrl, issued + 400, [portalSession], page('console', consolePage))]
      : []),
    get(names.portalUrl, issued + 600, [portalSession], page('portal', portalPage)),
    post(`${names.portalUrl}/logout`, issued + 1000, [portalSession], '', {
      ...redirect('/start?signed-out', clear('__Host-portal-session')),
      origin: names.portalOrigin,
    }),
    get(`${names.portalUrl}?signed-out`, issued + 1100, [], signIn('signed out')),
  ];
  return steps.map((step, index) => toExchange(step, index));
}

const deepLinkHash = `#/console?account_id=${deepLink.accountId}&role_name=${deepLink.roleName}`;

interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly json?: string;
  readonly location?: string;
  readonly setCookies?: readonly string[];
  readonly nonce?: string;
  /** Value of form-action in the policy; `'self'` unless set. */
  readonly formAction?: string;
  /** Origin header of the request. */
  readonly origin?: string;
}

interface Step {
  readonly method: string;
  readonly url: string;
  readonly at: number;
  readonly cookies: readonly string[];
  readonly form?: string;
  readonly resource: Exchange['resource'];
  readonly answer: Answer;
}

function get(url: string, at: number, cookies: readonly string[], answer: Answer): Step {
  return { method: 'GET', url, at, cookies, resource: 'document', answer };
}

function post(url: string, at: number, cookies: readonly string[], form: string, answer: Answer): Step {
  return { method: 'POST', url, at, cookies, form, resource: 'document', answer };
}

function poll(url: string, at: number, cookies: readonly string[], answer: Answer): Step {
  return { method: 'GET', url, at, cookies, resource: 'fetch', answer };
}

function toExchange({ method, url, at, cookies, form, resource, answer }: Step, index: number): Exchange {
  return {
    index,
    startedAt: instant(at),
    durationMs: 35,
    method,
    url,
    requestHeaders: requestHeaders(form !== undefined, cookies, resource, answer),
    ...(form === undefined ? {} : { requestBody: form }),
    status: answer.status,
    responseHeaders: responseHeaders(answer),
    ...bodyOf(answer),
    resource,
    tls: true,
  };
}

function requestHeaders(
  isForm: boolean,
  cookies: readonly string[],
  resource: Exchange['resource'],
  { origin }: Answer,
): readonly Header[] {
  const accept =
    resource === 'document' ? 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' : '*/*';
  return [
    { name: 'accept', value: accept },
    { name: 'accept-language', value: 'en-US' },
    ...(isForm ? [{ name: 'content-type', value: 'application/x-www-form-urlencoded' }] : []),
    ...(cookies.length > 0 ? [{ name: 'cookie', value: cookies.join('; ') }] : []),
    ...(origin === undefined ? [] : [{ name: 'origin', value: origin }]),
  ];
}

function responseHeaders(answer: Answer): readonly Header[] {
  const { nonce, formAction = "'self'" } = answer;
  const policy =
    `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src 'self' data:; ` +
    `connect-src 'self'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`;
  const type = answer.body === undefined ? undefined : 'text/html; charset=utf-8';
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['cache-control', 'no-store'],
    ['content-security-policy', nonce === undefined ? undefined : policy],
    ['content-type', answer.json === undefined ? type : 'application/json'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['location', answer.location],
    ['pragma', 'no-cache'],
    ['referrer-policy', 'no-referrer'],
    ...(answer.setCookies ?? []).map((line) => ['set-cookie', line] as const),
    ['strict-transport-security', 'max-age=63072000; includeSubDomains'],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

function bodyOf({ body, json }: Answer): { responseBody?: string } {
  const text = body ?? json;
  return text === undefined ? {} : { responseBody: text };
}
