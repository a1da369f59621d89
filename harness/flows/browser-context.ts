import type { Browser, BrowserContext } from 'playwright';

/** Changes a form on its way to the party that it is posted to. */
export interface Interception {
  readonly matches: (url: string, method: string) => boolean;
  readonly change: (request: InterceptedRequest) => Promise<InterceptedRequest>;
}

export interface InterceptedRequest {
  readonly url: string;
  /** Form body; absent for a request without one. */
  readonly body?: string;
}

interface ContextOptions {
  readonly browser: Browser;
  readonly onContext: (context: BrowserContext) => void;
}

/** Opens a browser with an empty cookie jar. The first one of a journey is handed to `onContext`, to be recorded. */
export async function openContext(
  { browser, onContext }: ContextOptions,
  opened: BrowserContext[],
  interceptions: readonly Interception[],
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1120, height: 630 },
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  opened.push(context);
  if (opened.length === 1) onContext(context);
  for (const interception of interceptions)
    await context.route(
      (url) => interception.matches(url.href, '*'),
      async (route) => {
        const request = route.request();
        if (!interception.matches(request.url(), request.method())) return route.fallback();
        const body = request.postData();
        const changed = await interception.change({
          url: request.url(),
          ...(body === null ? {} : { body }),
        });
        await route.continue({
          url: changed.url,
          ...(changed.body === undefined ? {} : { postData: changed.body }),
        });
      },
    );
  return context;
}

/** Remembers the last form that a browser posted to an address. */
export function watchPost(context: BrowserContext, address: string): () => string | undefined {
  let body: string | undefined;
  context.on('request', (request) => {
    if (request.method() === 'POST' && request.url() === address) body = request.postData() ?? body;
  });
  return () => body;
}
