import type { Double } from '../../../harness/model/double.ts';
import { createApp } from '../../core/app.ts';
import { createClock } from '../../core/clock.ts';
import { createControl } from '../../core/control.ts';
import { createEventLog } from '../../core/event-log.ts';
import { createFaults } from '../../core/faults.ts';
import { authorize } from '../http-api/authorize.ts';
import { type ApiGatewayConfig, assuranceBody, configBody } from './config.ts';

/** A protected resource, `GET /payments`, behind an HTTP API of Amazon API Gateway with a JWT authorizer. */
export function createApiGateway(
  config: ApiGatewayConfig,
  { now }: { readonly now?: () => number } = {},
): Double {
  const settings = configBody.parse(config);
  const { issuer, audience } = settings.authorizer;
  const clock = createClock(now);
  const events = createEventLog(clock.now);
  const faults = createFaults();
  let { assurance } = settings;
  const control = createControl({
    name: 'api-gateway',
    clock,
    events,
    faults,
    reset: () => {
      assurance = settings.assurance;
    },
    restart: () => undefined,
    state: () => ({ assurance }),
    routes: (app) => {
      app.put('/assurance', async (c) => {
        assurance = assuranceBody.parse(await c.req.json());
        return c.json(assurance);
      });
    },
  });
  const reachedAt = settings.routes[new URL(issuer).origin];
  return {
    name: 'api-gateway',
    hosts: [settings.host],
    fetch: createApp({
      events,
      faults,
      routes: (app) => {
        app.get('/payments', async (c) => {
          const authorizer = { issuer, audience, ...(reachedAt === undefined ? {} : { reachedAt }) };
          const decision = await authorize(authorizer, c.req.header('authorization') ?? null, clock.now());
          if ('why' in decision) {
            events.record('refused', { status: 401 }, decision.why);
            return c.json({ message: 'Unauthorized' }, 401);
          }
          if (assurance !== null && !isLevel(decision.claims[assurance.claim], assurance.minimum)) {
            events.record('refused', { status: 403 }, `${assurance.claim} is below ${assurance.minimum}`);
            return c.json({ message: 'Forbidden' }, 403);
          }
          events.record('answered', { status: 200 });
          return c.json({ payments: [] });
        });
      },
    }),
    control: async (request) => control.fetch(request),
  };
}

/** One digit as text, as user pools put attributes into tokens; anything else is no level, and not enough. */
function isLevel(value: unknown, minimum: number): boolean {
  return typeof value === 'string' && /^\d$/.test(value) && Number(value) >= minimum;
}
