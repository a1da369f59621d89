import type { Double } from '../../harness/model/double.ts';
import { createClock } from '../core/clock.ts';
import { createControl } from '../core/control.ts';
import { createEventLog } from '../core/event-log.ts';
import { createFaults } from '../core/faults.ts';
import { createIds, type Ids } from '../core/ids.ts';
import { securityHeaders } from '../core/page.ts';
import { behave, json } from './behave.ts';
import { configBody, type KosmosApiConfig, type ModeSetting, modeBody } from './config.ts';
import { addControlRoutes, type Call, pageOf } from './control.ts';
import { answer, readAuthorization, readOperation, refuse } from './service.ts';
import { createState } from './state.ts';

/** What a test replaces to have a fixed clock and stable bytes. */
export interface KosmosApiDeps {
  readonly now?: () => number;
  readonly ids?: Ids;
}

const up: ModeSetting = modeBody.parse({ mode: 'up' });

/**
 * A double of 1Kosmos' verification API as the Amazon Cognito integration guide calls it: proofing sessions with
 * their callback, step-up challenges and their results. One behaviour for every way of mounting it.
 */
export function createKosmosApi(config: KosmosApiConfig = {}, deps: KosmosApiDeps = {}): Double {
  const { host, users, callbackRoutes, ...given } = configBody.parse(config);
  const { ids = createIds() } = deps;
  const apiKey = given.apiKey ?? `key_${ids.token()}`;
  const callbackSecret = given.callbackSecret ?? `sec_${ids.token()}`;
  const clock = createClock(deps.now);
  const events = createEventLog(clock.now);
  const faults = createFaults();
  const state = createState({ origin: `https://${host}`, users, callbackSecret, clock, ids });
  const calls: Call[] = [];
  let setting = up;
  let left: number | undefined;
  const currentMode = (): ModeSetting => {
    if (left === 0) setting = up;
    if (left !== undefined && left > 0) left -= 1;
    return setting;
  };
  const control = createControl({
    name: 'kosmos-api',
    clock,
    events,
    faults,
    reset: () => {
      state.reset();
      calls.length = 0;
      setting = up;
      left = undefined;
    },
    restart: () => undefined,
    state: () => ({ mode: setting.mode, challenges: state.challenges().length }),
    routes: (app) =>
      addControlRoutes(app, {
        state,
        calls,
        credentials: { apiKey, callbackSecret },
        callbackRoutes,
        clock,
        setMode: (next) => {
          setting = next;
          left = next.times;
        },
      }),
  });

  async function respond(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const page = pageOf(request.method, pathname, state);
    if (page !== undefined) return page;
    const asked = readOperation(request.method, pathname);
    if (asked === undefined) {
      events.record('unknown-request', { method: request.method, path: pathname });
      return new Response('This double does not answer to that request.', { status: 501 });
    }
    // By the machine's clock, whatever time it is at the service.
    const at = clock.now() - clock.offsetMs();
    const body = await request.text();
    const authorization = readAuthorization(request.headers.get('authorization'), apiKey);
    const mode = setting.on.includes(asked.operation) ? currentMode() : up;
    const position = calls.length;
    const call: Call = {
      at: new Date(at).toISOString(),
      operation: asked.operation,
      method: request.method,
      target: pathname,
      authorization,
      contentType: request.headers.get('content-type') ?? '',
      body,
      mode: mode.mode,
      durationMs: 0,
    };
    calls.push(call); // also one whose answer nobody waits for
    const given =
      authorization === 'right' || mode.mode === 'unauthorized'
        ? await behave(mode, () => answer(state, asked, body))
        : json(refuse(401, 'unauthorized', 'The API key is not valid.'));
    const text = await given.clone().text();
    const durationMs = clock.now() - clock.offsetMs() - at;
    if (calls[position] === call)
      calls[position] = { ...call, durationMs, status: given.status, answer: text };
    return given;
  }

  return {
    name: 'kosmos-api',
    hosts: [host],
    fetch: async (request) => {
      const given = await respond(request);
      for (const [name, value] of Object.entries(securityHeaders))
        if (!given.headers.has(name)) given.headers.set(name, value);
      return faults.apply(new URL(request.url).pathname, given);
    },
    control: async (request) => control.fetch(request),
  };
}
