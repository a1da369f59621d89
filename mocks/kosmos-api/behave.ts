import { setTimeout as wait } from 'node:timers/promises';
import type { ModeSetting } from './config.ts';
import type { Answer } from './service.ts';

/**
 * The answer as it goes out while the service is in this mode. `work` is done in every mode in which a real service
 * would have done it: a slow one starts the challenge all the same.
 */
export async function behave({ mode, delayMs }: ModeSetting, work: () => Answer): Promise<Response> {
  switch (mode) {
    case 'up':
      return json(work());
    case 'slow': {
      const done = work();
      await wait(delayMs);
      return json(done);
    }
    case 'down':
      return new Response('<html><body><h1>503 Service Unavailable</h1></body></html>', {
        status: 503,
        headers: { 'content-type': 'text/html' },
      });
    case 'unauthorized':
      return json({ status: 401, body: { code: 'unauthorized', message: 'The API key is not valid.' } });
    case 'throttled':
      return json(
        { status: 429, body: { code: 'too_many_requests', message: 'Rate limit exceeded.' } },
        { 'retry-after': '30' },
      );
    case 'malformed': {
      const text = JSON.stringify(work().body);
      return new Response(text.slice(0, Math.floor(text.length / 2)), {
        status: 200,
        headers: { 'content-type': 'application/json' },
      });
    }
    case 'incomplete':
      return json({ status: 200, body: {} });
  }
}

export function json({ status, body }: Answer, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });
}
