import type { Browser, BrowserContext, Cookie, Page, Request as PageRequest } from 'playwright';
import { readHtml } from '../../harness/drivers/http/html.ts';
import type { BrowserPort, Hop, Onward, Visit } from '../../harness/flows/refusals/ports.ts';

/** What no page can make a browser send. */
export class CannotSend extends Error {
  override readonly name = 'CannotSend';
}

export interface ChromiumOptions {
  readonly browser: Browser;
  /** Every origin of the target; the first navigation beyond them ends a visit. */
  readonly origins: readonly string[];
  /** How long a visit may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** Browsers of their own in one Chromium. */
export interface Chromium extends AsyncDisposable {
  readonly open: () => BrowserPort;
}

/** Contexts that are kept open: more than one attack needs, so that older ones can be closed. */
const mostContexts = 120;
const longestForm = 4_000_000;
/** A page that goes on by itself does so within this time, in milliseconds. */
const quietMs = 120;
const postPath = '/countersign-sends-this-form';

export function openChromium(options: ChromiumOptions): Chromium {
  const contexts: Promise<BrowserContext>[] = [];
  const keep = (context: Promise<BrowserContext>) => {
    contexts.push(context);
    if (contexts.length > mostContexts)
      contexts.shift()?.then(
        (oldest) => oldest.close(),
        () => undefined,
      );
    return context;
  };
  return {
    open: () => openBrowser(options, keep, []),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(contexts.map(async (context) => (await context).close().catch(() => undefined)));
    },
  };
}

type Keep = (context: Promise<BrowserContext>) => Promise<BrowserContext>;

function openBrowser(options: ChromiumOptions, keep: Keep, given: readonly Cookie[]): BrowserPort {
  let cookies: readonly Cookie[] = given;
  let last: Visit | undefined;
  let opened: Promise<BrowserContext> | undefined;
  const context = () => {
    opened ??= keep(newContext(options.browser, given));
    return opened;
  };
  const visit = async (request: Request, initiator?: string): Promise<Visit> => {
    last = undefined;
    const own = await context();
    last = await go(options, own, request, initiator);
    cookies = await own.cookies();
    return last;
  };
  return {
    visit,
    last: () => last,
    fetch: async (request) => {
      const { text, status, contentType } = await visit(request);
      const isEmpty = status === 204 || status === 205 || status === 304;
      return new Response(isEmpty ? null : text, {
        status: Math.max(status, 200),
        headers: { 'content-type': contentType },
      });
    },
    cookieHeader: (url) =>
      cookies
        .filter((cookie) => fits(cookie, new URL(url)))
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
    allCookies: () => cookies.map(keyOf),
    clone: () => openBrowser(options, keep, cookies),
    withoutCookies: (known) =>
      openBrowser(
        options,
        keep,
        cookies.filter((one) => !known.includes(keyOf(one))),
      ),
    through: () => {
      throw new CannotSend('a browser cannot choose between two instances behind one address');
    },
  };
}

async function newContext(browser: Browser, cookies: readonly Cookie[]): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' });
  if (cookies.length > 0) await context.addCookies([...cookies]);
  return context;
}

const keyOf = ({ domain, path, name, value }: Cookie) => [domain, path, name, value].join('\t');

function fits({ domain, path, secure }: Cookie, { hostname, pathname, protocol }: URL): boolean {
  const isHost = domain.startsWith('.') ? `.${hostname}`.endsWith(domain) : hostname === domain;
  const isBelow = pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
  return isHost && isBelow && (!secure || protocol === 'https:' || hostname === 'localhost');
}

async function go(
  { origins, timeoutMs }: ChromiumOptions,
  context: BrowserContext,
  request: Request,
  initiator: string | undefined,
): Promise<Visit> {
  const start = await readStart(request, initiator);
  const page = await context.newPage();
  page.setDefaultTimeout(timeoutMs);
  try {
    const watched = watch(page, origins, start.formUrl);
    if (start.form === undefined)
      await page.goto(request.url, { waitUntil: 'commit' }).catch(() => undefined);
    else await sendForm(page, start.formUrl, start.form);
    await watched.settle(timeoutMs);
    return await watched.finish();
  } finally {
    await page.close();
  }
}

interface Start {
  /** Page that sends the form, at the origin of whoever sends the browser there. */
  readonly formUrl: string;
  /** Markup of that form; absent for a request by GET. */
  readonly form: string | undefined;
}

/** @throws CannotSend for what neither an address nor a form can express */
async function readStart(request: Request, initiator: string | undefined): Promise<Start> {
  // The browser writes Origin, Referer and Sec-Fetch-Site itself, by the page that the form stands on.
  const site = request.headers.get('origin') ?? initiator ?? new URL(request.url).origin;
  const formUrl = `${site}${postPath}`;
  if (request.method === 'GET') return { formUrl, form: undefined };
  if (request.method !== 'POST') throw new CannotSend(`a page cannot send ${request.method}`);
  const type = request.headers.get('content-type') ?? 'application/x-www-form-urlencoded';
  if (!/^application\/x-www-form-urlencoded$/.test(type))
    throw new CannotSend(`a form here cannot send ${type}`);
  const own = ['content-type', 'origin', 'referer', 'accept', 'sec-fetch-site'];
  const odd = [...request.headers.keys()].find((name) => !own.includes(name));
  if (odd !== undefined) throw new CannotSend(`a page cannot set the header "${odd}"`);
  const body = await request.text();
  if (body.length > longestForm) throw new CannotSend('the form is too long for a page');
  const inputs = [...new URLSearchParams(body)].map(
    ([name, value]) => `<textarea name="${escapeHtml(name)}">\n${escapeHtml(value)}</textarea>`,
  );
  return {
    formUrl,
    form: `<form method="post" action="${escapeHtml(request.url)}">${inputs.join('')}</form>`,
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

async function sendForm(page: Page, formUrl: string, form: string): Promise<void> {
  // Answered here, so that neither the target nor anybody else is asked for this page.
  await page.route(formUrl, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><title>Form</title>${form}`,
    }),
  );
  await page.goto(formUrl, { waitUntil: 'load' });
  // The prototype's: a field may be called "submit".
  await page.evaluate(() => {
    const [first] = document.forms;
    if (first !== undefined) HTMLFormElement.prototype.submit.call(first);
  });
}

/** Follows the main frame's documents, up to the first one beyond the target's origins. */
function watch(page: Page, origins: readonly string[], formUrl: string) {
  const hops: (Hop & { readonly request: PageRequest })[] = [];
  const pending = new Set<PageRequest>();
  let onward: Onward | undefined;
  /** Why a document did not come. */
  let failure: string | undefined;
  let changedAt = performance.now();
  const touch = () => {
    changedAt = performance.now();
  };
  page.on('request', (request) => {
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame() || request.url() === formUrl)
      return;
    touch();
    if (onward === undefined && !origins.includes(new URL(request.url()).origin)) {
      const fields = [...new URLSearchParams(request.postData() ?? '')].map(
        ([name, value]) => [name, value] as const,
      );
      onward = { method: request.method(), url: request.url(), fields };
    }
    if (onward === undefined) pending.add(request);
  });
  const end = (request: PageRequest): boolean => {
    const isOurs = pending.delete(request);
    if (isOurs) touch();
    return isOurs;
  };
  page.on('requestfinished', end);
  page.on('requestfailed', (request) => {
    if (end(request)) failure = request.failure()?.errorText ?? 'no reason was given';
  });
  // Nothing has happened yet, something is under way, or something may still follow by itself.
  const isMoving = () =>
    onward === undefined &&
    ((hops.length === 0 && failure === undefined) ||
      pending.size > 0 ||
      performance.now() - changedAt < quietMs);
  page.on('response', (response) => {
    const request = response.request();
    if (!pending.has(request)) return;
    touch();
    hops.push({ method: request.method(), url: request.url(), status: response.status(), request });
    // A redirect is over with its headers.
    if (response.status() >= 300 && response.status() < 400) pending.delete(request);
  });
  return {
    settle: async (timeoutMs: number): Promise<void> => {
      const began = performance.now();
      while (isMoving()) {
        if (performance.now() - began > timeoutMs)
          throw new DOMException('The page did not come to rest in time', 'TimeoutError');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    finish: async (): Promise<Visit> => {
      const final = hops.at(-1);
      if (final === undefined && onward === undefined)
        throw new Error(`The browser got no answer: ${failure ?? 'nothing was asked for'}`);
      const response = await final?.request.response();
      const text = (await response?.text().catch(() => undefined)) ?? '';
      const contentType = response?.headers()['content-type'] ?? '';
      return {
        hops: hops.map(({ method, url, status }) => ({ method, url, status })),
        status: final?.status ?? 0,
        url: final?.url ?? '',
        text,
        contentType,
        readText: () => (/html/i.test(contentType) ? readHtml(text).text : text),
        ...(onward === undefined ? {} : { onward }),
      };
    },
  };
}
