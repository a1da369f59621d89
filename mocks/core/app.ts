import { Hono } from 'hono';
import type { EventLog } from './event-log.ts';
import type { Faults } from './faults.ts';
import { securityHeaders } from './page.ts';

export interface AppParts {
  readonly events: EventLog;
  readonly faults: Faults;
  readonly routes: (app: Hono) => void;
}

/**
 * A double's public part: its routes, faults applied to each answer, the shared headers on all of them.
 * Unknown requests are answered 501 and recorded as `unknown-request`: a defect of the double, or of its caller.
 */
export function createApp({ events, faults, routes }: AppParts): (request: Request) => Promise<Response> {
  const app = new Hono({ strict: true });
  routes(app);
  app.notFound((c) => {
    const { pathname } = new URL(c.req.url);
    events.record('unknown-request', { method: c.req.method, path: pathname });
    return c.text('This double does not answer to that request.', 501);
  });
  app.onError((error, c) => {
    events.record('defect', { path: new URL(c.req.url).pathname }, error.stack ?? error.message);
    return c.text('Something went wrong here. Please try again.', 500);
  });
  return async (request) => {
    const answer = await app.fetch(request);
    const complete = new Response(answer.body, answer);
    for (const [name, value] of Object.entries(securityHeaders)) {
      if (!complete.headers.has(name)) complete.headers.set(name, value);
    }
    return faults.apply(new URL(request.url).pathname, complete);
  };
}
