import { type Answer, get, poll, type Step } from './exchange-steps.ts';
import { type GenuineFacts, names } from './genuine-facts.ts';
import { loginPage, postPage } from './genuine-pages.ts';

const cookieAttributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** A cookie's value as it is kept: masked, and the same each time. */
export function maskedToken(facts: GenuineFacts, label: string): string {
  return `masked-${Buffer.from(facts.token(label)).toString('hex').slice(0, 10)}`;
}

/** A page with a nonce of its own. */
export function page(facts: GenuineFacts, label: string, build: (nonce: string) => string): Answer {
  const nonce = facts.token(`nonce ${label}`);
  return { status: 200, body: build(nonce), nonce };
}

export function redirect(location: string, ...setCookies: readonly string[]): Answer {
  return { status: 303, location, setCookies };
}

/** A Set-Cookie line. */
export function setCookie(pair: string): string {
  return `${pair}; ${cookieAttributes}`;
}

export function clearCookie(name: string): string {
  return `${name}=; ${cookieAttributes}; Max-Age=0`;
}

/** Where the identity provider sends the browser after the login has begun. */
export function loginPath({ loginId }: GenuineFacts): string {
  return `/login?id=${loginId}`;
}

/** From the page with the QR code to the form that carries the Response. */
export function idpSteps(facts: GenuineFacts): readonly Step[] {
  const { shown, approved, issued } = facts.at;
  const browser = `__Host-browser=${maskedToken(facts, 'browser')}`;
  const login = `${names.idpOrigin}${loginPath(facts)}`;
  const query = `id=${facts.loginId}`;
  const status = (at: number, state: string): Step =>
    poll(`${names.idpOrigin}/login/status?${query}`, at, [browser], {
      status: 200,
      json: JSON.stringify({ state }),
    });
  return [
    get(login, shown - 1500, [], {
      ...page(facts, 'login 1', (nonce) => loginPage(facts, nonce, facts.challengeBefore)),
      setCookies: [setCookie(browser)],
    }),
    status(shown - 1000, 'waiting'),
    get(login, shown, [browser], {
      ...page(facts, 'login 2', (nonce) => loginPage(facts, nonce, facts.challenge)),
      setCookies: [setCookie(browser)],
    }),
    status(shown + 700, 'scanned'),
    status(approved + 300, 'approved'),
    get(`${names.idpOrigin}/login/complete?${query}`, issued, [browser], {
      ...page(facts, 'post', (nonce) => postPage(facts, nonce)),
      formAction: 'https:',
      setCookies: [setCookie(`__Host-session=${maskedToken(facts, 'idp session')}`)],
    }),
  ];
}
