import type { BrowserContext, CDPSession, Page } from 'playwright';

/** Bodies of the pages that a browser was answered with, also of those that navigate on at once. */
export interface DocumentBodies {
  /** Must be awaited after a page is opened, before it navigates. */
  readonly watch: (page: Page) => Promise<void>;
  /** Takes the oldest body that was kept for this request. */
  readonly take: (method: string, url: string) => string | undefined;
}

/**
 * A page that posts its form by itself is gone before its body can be asked for; so each document is held for the moment
 * in which it is read, and then handed on unchanged.
 */
export function keepDocumentBodies(context: BrowserContext): DocumentBodies {
  const kept = new Map<string, string[]>();
  const keyOf = (method: string, url: string) => `${method} ${url.split('#')[0]}`;
  return {
    watch: async (page) => {
      const session = await context.newCDPSession(page);
      session.on('Fetch.requestPaused', async (paused) => {
        const { requestId, request, responseStatusCode = 0 } = paused;
        const isRedirect = responseStatusCode >= 300 && responseStatusCode < 400;
        if (!isRedirect && responseStatusCode !== 0) {
          const body = await readBody(session, requestId);
          const key = keyOf(request.method, request.url);
          if (body !== undefined) kept.set(key, [...(kept.get(key) ?? []), body]);
        }
        await session.send('Fetch.continueResponse', { requestId }).catch(() => undefined); // the page was closed
      });
      await session.send('Fetch.enable', {
        patterns: [{ resourceType: 'Document', requestStage: 'Response' }],
      });
    },
    take: (method, url) => kept.get(keyOf(method, url))?.shift(),
  };
}

async function readBody(session: CDPSession, requestId: string): Promise<string | undefined> {
  try {
    const { body, base64Encoded } = await session.send('Fetch.getResponseBody', { requestId });
    return base64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  } catch {
    return undefined; // an answer without a body, or a page that was closed
  }
}
