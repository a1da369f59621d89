import type { BrowserContext, Page, Request, Response } from 'playwright';
import type { Exchange, Header } from '../model/evidence.ts';
import { type DocumentBodies, keepDocumentBodies } from './document-bodies.ts';
import { keptLength } from './kept-body.ts';

/** Everything that a browser context sent and received, in the order of the requests. */
export interface BrowserRecording {
  /** Must be awaited after a page is opened, before it navigates. */
  readonly watch: (page: Page) => Promise<void>;
  /** Waits for answers under way, then gives what was recorded so far; unredacted: mask before it leaves memory. */
  readonly exchanges: () => Promise<readonly Exchange[]>;
}

/** Starts to record. Must be called before the first page is opened. */
export function recordBrowser(context: BrowserContext, now: () => number): BrowserRecording {
  const pending: Promise<Exchange | undefined>[] = [];
  const bodies = keepDocumentBodies(context);
  context.on('request', (request) => {
    const startedAt = now();
    const index = pending.length;
    pending.push(
      describe(request, index, startedAt, now, bodies).catch(() => undefined), // the page was closed under it
    );
  });
  return {
    watch: bodies.watch,
    exchanges: async () => {
      const settled = await Promise.all(pending.map((one) => Promise.race([one, timeout(5_000)])));
      return settled.filter((one) => one !== undefined);
    },
  };
}

async function describe(
  request: Request,
  index: number,
  startedAt: number,
  now: () => number,
  bodies: DocumentBodies,
): Promise<Exchange> {
  const response = await request.response();
  const requestHeaders = await request.headersArray().then(lowerNames, () => []);
  const body = request.postData();
  const base = {
    index,
    startedAt: new Date(startedAt).toISOString(),
    method: request.method(),
    url: request.url(),
    requestHeaders,
    ...(body === null ? {} : { requestBody: body }),
    resource: resourceOf(request),
  };
  if (response === null)
    return {
      ...base,
      durationMs: now() - startedAt,
      status: 0,
      responseHeaders: [],
      tls: false,
      failure: request.failure()?.errorText ?? 'no answer',
    };
  const responseHeaders = lowerNames(await response.headersArray());
  const responseBody = await readBody(response, responseHeaders, bodies);
  const security = await response.securityDetails();
  return {
    ...base,
    durationMs: Math.max(0, now() - startedAt),
    status: response.status(),
    responseHeaders,
    ...(responseBody === undefined ? {} : { responseBody }),
    tls: security !== null,
  };
}

async function readBody(
  response: Response,
  headers: readonly Header[],
  bodies: DocumentBodies,
): Promise<string | undefined> {
  if (response.status() >= 300 && response.status() < 400) return undefined;
  const type = headers.find(({ name }) => name === 'content-type')?.value ?? '';
  const length = keptLength(type);
  if (length === 0) return undefined;
  const request = response.request();
  const text = bodies.take(request.method(), request.url()) ?? (await response.text().catch(() => undefined)); // gone when the page has navigated on
  return text?.slice(0, length);
}

function lowerNames(headers: readonly { name: string; value: string }[]): readonly Header[] {
  // Chromium joins the lines of one Set-Cookie header by a line feed.
  return headers.flatMap(({ name, value }) =>
    value.split('\n').map((line) => ({ name: name.toLowerCase(), value: line })),
  );
}

function resourceOf(request: Request): Exchange['resource'] {
  const type = request.resourceType();
  if (
    type === 'document' ||
    type === 'script' ||
    type === 'stylesheet' ||
    type === 'image' ||
    type === 'font'
  )
    return type;
  return type === 'fetch' || type === 'xhr' ? 'fetch' : 'other';
}

function timeout(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined).unref());
}
