import { z } from 'zod';
import type { Double } from '../../../harness/model/double.ts';
import { createApp } from '../../core/app.ts';
import { createClock } from '../../core/clock.ts';
import { ControlError, createControl } from '../../core/control.ts';
import { createEventLog } from '../../core/event-log.ts';
import { createFaults } from '../../core/faults.ts';
import { createIds, type Ids } from '../../core/ids.ts';
import { functionBody } from '../../lambda/config.ts';
import { createLambdaRunner, type LambdaRunner } from '../../lambda/runner.ts';
import { authorize } from './authorize.ts';
import { configBody, type HttpApiConfig, type HttpApiSettings } from './config.ts';

type Route = HttpApiSettings['routes'][number];

/** How long an HTTP API waits for its function. */
const waitMs = 30_000;

/** What a function may answer: a response, or any other JSON, which is then its body. */
const responseBody = z.object({
  statusCode: z.number().int().min(100).max(599),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

export interface HttpApiDeps {
  readonly now?: () => number;
  readonly ids?: Ids;
}

/** A double of an HTTP API of Amazon API Gateway: routes to Lambda functions, a JWT authorizer before them. */
export function createHttpApi(
  config: HttpApiConfig = {},
  { now, ids = createIds() }: HttpApiDeps = {},
): Double & AsyncDisposable {
  const settings = configBody.parse(config);
  const clock = createClock(now);
  const events = createEventLog(clock.now);
  const faults = createFaults();
  const runner = createLambdaRunner(settings.lambda);
  const control = createControl({
    name: 'http-api',
    clock,
    events,
    faults,
    reset: () => runner.reset(),
    restart: () => undefined,
    routes: (app) => {
      app.put('/functions/:name', async (c) => {
        const name = c.req.param('name');
        if (runner.functions()[name] === undefined)
          throw new ControlError(404, `No route has a function "${name}".`);
        runner.setFunction(name, functionBody.parse(await c.req.json()));
        return c.json({ ok: true });
      });
    },
  });
  return {
    name: 'http-api',
    hosts: [settings.host],
    fetch: createApp({
      events,
      faults,
      routes: (app) => {
        for (const route of settings.routes)
          app.on(route.method, route.path, async (c) => {
            const asked = { route, request: c.req.raw, id: ids.token(), now: clock.now() };
            const { response, reason, log } = await answer(settings, runner, asked);
            events.record(
              'answered',
              { method: route.method, path: route.path, status: response.status, log },
              reason,
            );
            return response;
          });
      },
    }),
    control: async (request) => control.fetch(request),
    [Symbol.asyncDispose]: () => runner[Symbol.asyncDispose](),
  };
}

interface Asked {
  readonly route: Route;
  readonly request: Request;
  readonly id: string;
  readonly now: number;
}

interface Given {
  readonly response: Response;
  /** Why it is not what the function answered. */
  readonly reason?: string;
  readonly log?: string;
}

async function answer(settings: HttpApiSettings, runner: LambdaRunner, asked: Asked): Promise<Given> {
  const { route, request, now } = asked;
  let claims: Readonly<Record<string, string>> | undefined;
  if (route.authorizer !== undefined) {
    if (settings.authorizer === undefined) throw new Error(`${route.path} has no authorizer to ask.`);
    const decision = await authorize(settings.authorizer, request.headers.get('authorization'), now);
    if ('why' in decision)
      return { response: Response.json({ message: 'Unauthorized' }, { status: 401 }), reason: decision.why };
    claims = decision.claims;
  }
  const { outcome, log } = await runner.invoke(route.function, await buildEvent(asked, claims), waitMs);
  if (outcome.kind === 'answer') return { response: toResponse(outcome.payload), log };
  const reason =
    outcome.kind === 'error'
      ? `${outcome.error.errorType}: ${outcome.error.errorMessage}`
      : outcome.kind === 'failed'
        ? outcome.why
        : 'It gave no answer in time.';
  return { response: Response.json({ message: 'Internal Server Error' }, { status: 500 }), reason, log };
}

/** An event in the payload format 2.0 (API Gateway Developer Guide, Lambda proxy integrations for HTTP APIs). */
async function buildEvent(
  { route, request, id, now }: Asked,
  claims: Readonly<Record<string, string>> | undefined,
): Promise<unknown> {
  const url = new URL(request.url);
  const body = await request.text();
  // The token itself is no business of a log, but of the function: AWS hands it on too.
  return {
    version: '2.0',
    routeKey: `${route.method} ${route.path}`,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: Object.fromEntries(request.headers),
    requestContext: {
      accountId: '123456789012',
      apiId: 'a1b2c3d4e5',
      domainName: url.host,
      http: { method: request.method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
      requestId: id,
      routeKey: `${route.method} ${route.path}`,
      stage: '$default',
      timeEpoch: now,
      ...(claims === undefined ? {} : { authorizer: { jwt: { claims, scopes: null } } }),
    },
    ...(body === '' ? {} : { body }),
    isBase64Encoded: false,
  };
}

function toResponse(payload: unknown): Response {
  const { data } = responseBody.safeParse(payload);
  if (data === undefined) return Response.json(payload ?? null);
  const body = data.isBase64Encoded ? Buffer.from(data.body, 'base64') : data.body;
  const isEmpty = [204, 205, 304].includes(data.statusCode);
  return new Response(isEmpty ? null : body, {
    status: data.statusCode,
    headers: { 'content-type': 'application/json', ...data.headers },
  });
}
