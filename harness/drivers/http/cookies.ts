import { Cookie, CookieJar, getPublicSuffix } from 'tough-cookie';

/** How a request came about, as far as SameSite asks. */
export interface CookieContext {
  readonly url: string;
  readonly method: string;
  /** Origin of the document that sends the browser there; absent for an address that was typed. */
  readonly initiator: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The cookies of one browser, for top-level documents. */
export interface Cookies {
  /** Value of the Cookie header; empty when no cookie goes there. */
  readonly header: (context: CookieContext) => string;
  /** Keeps what Set-Cookie lines say, or ignores them, as a browser would. */
  readonly keep: (lines: readonly string[], url: string, now: number) => void;
  /** Name and value of every cookie that a request from the same site would carry. */
  readonly list: (url: string, now: number) => readonly string[];
  readonly clone: () => Cookies;
  /** A copy without the cookies in the list, as `all` gives them. */
  readonly without: (known: readonly string[]) => Cookies;
  /** Everything kept, for comparisons: place, name and value in a line. */
  readonly all: () => readonly string[];
}

/** Cookies younger than this go with a cross-site post though they name no SameSite (Chromium's "Lax + POST"). */
const laxPostMs = 120_000;

/** An empty jar that follows RFC 6265bis: Domain, Path, Secure, prefixes, public suffixes, SameSite. */
export function createCookies(jar: CookieJar = newJar()): Cookies {
  const cookies = (url: string, now: number) =>
    jar.getCookiesSync(url, { expire: true, now: new Date(now) } as Parameters<typeof jar.getCookiesSync>[1]);
  const stored = () => jar.serializeSync()?.cookies ?? [];
  const all = () => stored().map(({ key, value, domain, path }) => [domain, path, key, value].join('\t'));
  return {
    header: ({ url, method, initiator, now }) => {
      const isSame = initiator === undefined || isSameSite(initiator, url);
      return cookies(url, now)
        .filter((cookie) => isSame || goesAcross(cookie, method, now))
        .map((cookie) => cookie.cookieString())
        .join('; ');
    },
    list: (url, now) => cookies(url, now).map((cookie) => cookie.cookieString()),
    keep: (lines, url, now) => {
      for (const line of lines) {
        const cookie = Cookie.parse(line, { loose: true });
        if (cookie === undefined || isIgnored(cookie)) continue;
        jar.setCookieSync(cookie, url, { ignoreError: true, now: new Date(now) });
        // One that has ended by now is taken out by the next look.
        if (cookie.maxAge !== null || cookie.expires !== 'Infinity') cookies(url, now);
      }
    },
    clone: () => createCookies(jar.cloneSync()),
    without: (list) => {
      const known = new Set(list);
      const kept = newJar();
      for (const each of stored()) {
        const { key, value, domain, path } = each;
        if (known.has([domain, path, key, value].join('\t'))) continue;
        const cookie = Cookie.fromJSON(each);
        if (cookie !== undefined) kept.store.putCookie(cookie, () => undefined);
      }
      return createCookies(kept);
    },
    all,
  };
}

function newJar(): CookieJar {
  return new CookieJar(undefined, { prefixSecurity: 'silent', rejectPublicSuffixes: true });
}

/** SameSite=None demands Secure (RFC 6265bis 5.7). */
function isIgnored({ sameSite, secure }: Cookie): boolean {
  return sameSite === 'none' && !secure;
}

function goesAcross({ sameSite, creation }: Cookie, method: string, now: number): boolean {
  if (sameSite === 'none') return true;
  const isSafe = method === 'GET' || method === 'HEAD';
  if (sameSite === 'lax') return isSafe;
  if (sameSite === 'strict') return false;
  const age = creation instanceof Date ? now - creation.getTime() : 0;
  return isSafe || age < laxPostMs;
}

/** Same scheme and same registrable domain. */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [URL.parse(one), URL.parse(other)];
  if (a === null || b === null || a.protocol !== b.protocol) return false;
  return a.hostname === b.hostname || siteOf(a.hostname) === siteOf(b.hostname);
}

function siteOf(host: string): string {
  if (/^[\d.]+$/.test(host) || host.includes(':')) return host;
  return getPublicSuffix(host, { allowSpecialUseDomain: true, ignoreError: true }) ?? host;
}
