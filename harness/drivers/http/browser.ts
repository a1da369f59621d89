import { readBody } from './body.ts';
import { type Cookies, createCookies } from './cookies.ts';
import { readHtml } from './html.ts';
import { isHtml, type NextRequest, nextRequest } from './onward.ts';

/** Sends one request as it is: no redirect followed, no cookie added. */
export type Send = (request: Request) => Promise<Response>;

export interface BrowserOptions {
  readonly send: Send;
  /** Milliseconds since 1970, for the age of cookies. */
  readonly now: () => number;
  /** Every origin that is visited; what leads elsewhere is told and not followed. */
  readonly origins: readonly string[];
  /** Longest answer that is read, in bytes. Default 2 MiB. */
  readonly maxBodyBytes?: number;
  /** Most requests of one visit. Default 20, as in Chromium. */
  readonly maxHops?: number;
}

/** One request of a visit and how it was answered. */
interface Hop {
  readonly method: string;
  readonly url: string;
  readonly status: number;
}

export interface HttpVisit {
  readonly hops: readonly Hop[];
  readonly status: number;
  readonly url: string;
  readonly text: string;
  readonly contentType: string;
  readonly headers: Headers;
  /** What a person reads on the page; of anything but a page, the text itself. */
  readonly readText: () => string;
  /** Where it leads next, beyond the origins. */
  readonly onward?: Pick<NextRequest, 'method' | 'url' | 'fields'>;
}

/** A browser without a screen: top-level documents, cookies, redirects, refreshes and forms that send themselves. */
export interface HttpBrowser {
  readonly visit: (request: Request, initiator?: string) => Promise<HttpVisit>;
  /** The last answer of a visit, as a Response that can still be read. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly cookieHeader: (url: string) => string;
  readonly last: () => HttpVisit | undefined;
  readonly clone: () => HttpBrowser;
  /** The same browser, cookies and all, whose requests go another way. */
  readonly through: (send: Send) => HttpBrowser;
  /** Everything in the jar, for comparisons: place, name and value in a line. */
  readonly allCookies: () => readonly string[];
  readonly withoutCookies: (known: readonly string[]) => HttpBrowser;
}

const defaultBodyBytes = 2 * 2 ** 20;
const defaultHops = 20;

/** Opens a browser with an empty jar, or with the cookies given. */
export function openHttpBrowser(options: BrowserOptions, cookies: Cookies = createCookies()): HttpBrowser {
  let last: HttpVisit | undefined;
  const visit = async (request: Request, initiator?: string) => {
    last = undefined;
    last = await follow(options, cookies, request, initiator);
    return last;
  };
  return {
    visit,
    last: () => last,
    fetch: async (request) => {
      const { text, status, headers } = await visit(request);
      const isEmpty = status === 204 || status === 205 || status === 304;
      return new Response(isEmpty ? null : text, { status: Math.max(status, 200), headers });
    },
    cookieHeader: (url) => cookies.list(url, options.now()).join('; '),
    clone: () => openHttpBrowser(options, cookies.clone()),
    through: (send) => openHttpBrowser({ ...options, send }, cookies),
    allCookies: () => cookies.all(),
    withoutCookies: (known) => openHttpBrowser(options, cookies.without(known)),
  };
}

async function follow(
  options: BrowserOptions,
  cookies: Cookies,
  first: Request,
  initiator: string | undefined,
): Promise<HttpVisit> {
  const { send, now, origins, maxBodyBytes = defaultBodyBytes, maxHops = defaultHops } = options;
  const hops: Hop[] = [];
  // Kept for 307 and 308; what is not read is not copied.
  const body = first.body === null ? undefined : await first.arrayBuffer();
  let request = { method: first.method, url: first.url, headers: first.headers, body };
  let from = initiator;
  for (;;) {
    const { method, url } = request;
    const headers = new Headers(request.headers);
    const cookie = cookies.header({ url, method, initiator: from, now: now() });
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await send(
      new Request(url, { ...withBody(request.body), method, headers, redirect: 'manual' }),
    );
    cookies.keep(response.headers.getSetCookie(), url, now());
    const { status } = response;
    const contentType = response.headers.get('content-type') ?? '';
    const text = await readBody(response, maxBodyBytes);
    hops.push({ method, url, status });
    const location = response.headers.get('location');
    const next = nextRequest({ method, url, status, location, contentType, text });
    const readText = () => (isHtml(contentType) ? readHtml(text).text : text);
    const here = { hops, status, url, text, contentType, readText, headers: response.headers };
    if (next === undefined || hops.length >= maxHops) return here;
    if (!origins.includes(new URL(next.url).origin)) return { ...here, onward: next };
    // A redirect keeps the initiator of the request that it answers; a page is an initiator of its own.
    if (location === null) from = new URL(url).origin;
    request = { ...following(next, request, new URL(url).origin) };
  }
}

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: ArrayBuffer | undefined;
}

function following(next: NextRequest, before: Sent, origin: string): Sent {
  if (next.keepsBody) return { ...before, method: next.method, url: next.url };
  const headers = new Headers(before.headers);
  for (const name of ['content-type', 'content-length', 'content-encoding', 'origin', 'cookie'])
    headers.delete(name);
  if (next.method !== 'POST') return { method: next.method, url: next.url, headers, body: undefined };
  headers.set('content-type', 'application/x-www-form-urlencoded');
  headers.set('origin', origin);
  const form = new URLSearchParams(next.fields.map(([name, value]) => [name, value])).toString();
  return { method: 'POST', url: next.url, headers, body: new TextEncoder().encode(form).buffer };
}

function withBody(body: ArrayBuffer | undefined): RequestInit {
  return body === undefined ? {} : { body };
}
