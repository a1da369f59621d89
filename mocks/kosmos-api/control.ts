import type { Hono } from 'hono';
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { ControlError } from '../core/control.ts';
import { type Mode, type ModeSetting, modeBody, type Operation } from './config.ts';
import { statusOf } from './service.ts';
import { type Callback, callbackHeaders, type ServiceState } from './state.ts';

/** One request to the API, as its log has it. The key is never in it. */
export interface Call {
  /** ISO 8601, UTC, milliseconds, by the machine's clock. */
  readonly at: string;
  readonly operation: Operation;
  readonly method: string;
  readonly target: string;
  readonly authorization: 'right' | 'wrong' | 'none';
  readonly contentType: string;
  readonly body: string;
  /** How the service behaved on purpose. */
  readonly mode: Mode;
  readonly durationMs: number;
  /** Absent while the answer is under way. */
  readonly status?: number;
  readonly answer?: string;
}

export interface ControlRouteParts {
  readonly state: ServiceState;
  readonly calls: readonly Call[];
  readonly credentials: { readonly apiKey: string; readonly callbackSecret: string };
  readonly callbackRoutes: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly setMode: (setting: ModeSetting) => void;
}

const decisionBody = z.strictObject({
  match: z.boolean().default(true),
  liveness: z.boolean().default(true),
  /** Who looked into the phone; the challenge's own user unless given. */
  by: z.string().optional(),
});
const finishBody = z.strictObject({ outcome: z.enum(['verified', 'failed']) });
const forgeBody = z.strictObject({ url: z.url(), body: z.string(), secret: z.string() });

/** What the phone does, what goes wrong on purpose, and the log of calls. */
export function addControlRoutes(app: Hono, parts: ControlRouteParts): void {
  const { state } = parts;
  app.get('/credentials', (c) => c.json(parts.credentials));
  app.get('/calls', (c) => c.json(parts.calls));
  app.put('/mode', async (c) => {
    const setting = modeBody.parse(await c.req.json());
    parts.setMode(setting);
    return c.json(setting);
  });
  app.get('/challenges', (c) =>
    c.json(
      state.challenges().map((one) => ({
        id: one.id,
        url: one.url,
        userId: one.user_id,
        reason: one.reason_code,
        startedAt: new Date(one.startedAt).toISOString(),
        expiresAt: new Date(one.expiresAt).toISOString(),
        status: statusOf(state, one),
        ...(one.decision === undefined
          ? {}
          : { decision: { ...one.decision, at: new Date(one.decision.at).toISOString() } }),
      })),
    ),
  );
  app.post('/challenges/:id/decision', async (c) => {
    const { by, ...decision } = decisionBody.parse(await c.req.json());
    const one = state.challenge(c.req.param('id'));
    if (one === undefined) throw new ControlError(404, `There is no challenge "${c.req.param('id')}".`);
    if (!state.decide(one.id, { ...decision, by: by ?? one.user_id }))
      throw new ControlError(409, 'The challenge has its answer already, or has expired.');
    return c.json({ ok: true });
  });
  app.get('/sessions', (c) =>
    c.json(state.sessions().map(({ openedAt, expiresAt, ...one }) => ({ ...one, openedAt, expiresAt }))),
  );
  app.post('/sessions/:id/finish', async (c) => {
    const { outcome } = finishBody.parse(await c.req.json());
    const callback = state.finish(c.req.param('id'), outcome);
    if (callback === undefined)
      throw new ControlError(409, 'There is no such session, or it is over already.');
    return c.json({ callback, ...(await deliver(callback, parts.callbackRoutes)) });
  });
  // A message that looks like one of the service's, with whatever key its sender has.
  app.post('/callbacks/forge', async (c) => {
    const { url, body, secret } = forgeBody.parse(await c.req.json());
    return c.json({ callback: { url, body, headers: callbackHeaders(secret, body, parts.clock.now()) } });
  });
  app.put('/users/:id', (c) => {
    state.enrol(c.req.param('id'));
    return c.json({ ok: true });
  });
}

/** Posts a callback where its address leads; without a route, whoever asked gets it to deliver. */
async function deliver(
  { url, headers, body }: Callback,
  routes: Readonly<Record<string, string>>,
): Promise<{ readonly delivered?: number }> {
  const { origin, pathname, search } = new URL(url);
  const target = routes[origin];
  if (target === undefined) return {};
  const given = await fetch(new URL(pathname + search, target), { method: 'POST', headers, body });
  await given.body?.cancel();
  return { delivered: given.status };
}

/** What a person opens on the phone or beside it; the answer itself is given by the app. */
export function pageOf(method: string, path: string, state: ServiceState): Response | undefined {
  const isPage = path.startsWith('/stepup/') || path.startsWith('/verify/');
  if (method !== 'GET' || !isPage) return undefined;
  const known = [...state.challenges(), ...state.sessions()].some(
    (one) => new URL(one.url).pathname === path,
  );
  const text = known ? 'Continue in the 1Kosmos app on your phone.' : 'This link is not valid.';
  return new Response(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>1Kosmos</title></head><body><main><h1>1Kosmos</h1><p>${text}</p></main></body></html>`,
    { status: known ? 200 : 404, headers: { 'content-type': 'text/html; charset=utf-8' } },
  );
}
