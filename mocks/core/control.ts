import { Hono } from 'hono';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import type { EventLog } from './event-log.ts';
import type { Fault, Faults } from './faults.ts';

const headerFault = z.strictObject({
  double: z.enum(['idp', 'sp']),
  path: z.string(),
  remove: z.array(z.string()).optional(),
  set: z.record(z.string(), z.string()).optional(),
  cookie: z.strictObject({ drop: z.string().optional(), add: z.string().optional() }).optional(),
  appendHtml: z.string().optional(),
});
const answerFault = z.strictObject({
  path: z.string(),
  delayMs: z.number().int().nonnegative().optional(),
  status: z.number().int().min(200).max(599).optional(),
});
const faultList = z.array(z.union([headerFault, answerFault]));
const clockBody = z.strictObject({ offsetMs: z.number() });

export interface ControlParts {
  readonly name: string;
  readonly clock: Clock;
  readonly events: EventLog;
  readonly faults: Faults;
  /** Puts everything back to how the double was created: users, settings, sessions. */
  readonly reset: () => void | Promise<void>;
  /** Forgets what only memory holds, keeps what is durable. */
  readonly restart: () => void | Promise<void>;
  /** More for `GET /state`. */
  readonly state?: () => Readonly<Record<string, unknown>>;
  /** Adds the double's own routes. */
  readonly routes?: (app: Hono) => void;
}

/** The control API that all doubles share. A body that does not fit is answered 400 with the reason. */
export function createControl(parts: ControlParts): Hono {
  const { clock, events, faults } = parts;
  const app = new Hono();
  app.get('/health', (c) => c.json({ ok: true, name: parts.name }));
  app.get('/events', (c) => c.json(events.list()));
  app.get('/state', (c) =>
    c.json({
      name: parts.name,
      now: new Date(clock.now()).toISOString(),
      offsetMs: clock.offsetMs(),
      faults: faults.list(),
      ...parts.state?.(),
    }),
  );
  app.post('/reset', async (c) => {
    clock.setOffset(0);
    faults.set([]);
    events.clear();
    await parts.reset();
    return c.json({ ok: true });
  });
  app.post('/restart', async (c) => {
    await parts.restart();
    events.record('restarted');
    return c.json({ ok: true });
  });
  app.put('/clock', async (c) => {
    const { offsetMs } = clockBody.parse(await c.req.json());
    clock.setOffset(offsetMs);
    return c.json({ offsetMs });
  });
  app.put('/faults', async (c) => {
    // The schema is the type but for `undefined` in optional fields, which JSON cannot carry.
    faults.set(faultList.parse(await c.req.json()) as readonly Fault[]);
    return c.json(faults.list());
  });
  parts.routes?.(app);
  app.notFound((c) =>
    c.json({ error: `The control API has no ${c.req.method} ${new URL(c.req.url).pathname}.` }, 404),
  );
  app.onError((error, c) => {
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400);
    if (error instanceof SyntaxError) return c.json({ error: 'The body is not JSON.' }, 400);
    if (error instanceof ControlError) return c.json({ error: error.message }, error.status);
    return c.json({ error: `Defect of the double: ${error.message}` }, 500);
  });
  return app;
}

/** A control request that cannot be carried out; thrown by a double's own routes. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  readonly status: 400 | 404 | 409;
  constructor(status: 400 | 404 | 409, message: string) {
    super(message);
    this.status = status;
  }
}
