import { AsyncLocalStorage } from 'node:async_hooks';
import type { Hono } from 'hono';
import { createLambdaRunner } from '../../../lambda/runner.ts';
import type { PoolExtension } from '../double.ts';
import type { Pool } from '../pool.ts';
import { type Answered, isApiRequest, perform, preflight, toResponse } from './answer.ts';
import { createChallengeSessions } from './challenge-sessions.ts';
import { apiBody, type LambdaTriggers, type PoolApiConfig } from './config.ts';
import { addApiControlRoutes } from './control.ts';
import { describeCall } from './describe-call.ts';
import { createLambdaTriggers } from './lambda-triggers.ts';
import type { ApiCall, TriggerCall } from './log.ts';
import type { ApiContext } from './operations.ts';
import type { Codes } from './sign-up.ts';

/** On whose account a function is called. */
interface Cause {
  readonly by: 'pool' | 'probe';
  readonly request?: number;
}

/** The pool's JSON API and its Lambda triggers, as a part of the user pool double. Functions end with it. */
export function createPoolApi(
  config: PoolApiConfig = {},
): PoolExtension & AsyncDisposable & { readonly region: string } {
  const settings = apiBody.parse(config);
  const { region } = settings.lambda;
  const sessions = createChallengeSessions();
  const codes: Codes = new Map();
  const calls: ApiCall[] = [];
  const triggerCalls: TriggerCall[] = [];
  const causes = new AsyncLocalStorage<Cause>();
  let functions: LambdaTriggers = settings.triggers;
  let own: Pool | undefined;
  const poolHere = (): Pool => {
    if (own === undefined) throw new Error('The API was used before its pool was there.');
    return own;
  };
  const answer = async (request: Request): Promise<Response> => {
    const pool = poolHere();
    const context: ApiContext = { pool, sessions, codes };
    const at = pool.clock.now();
    const position = calls.length;
    const begun = performance.now();
    // Its place is taken before its triggers run, so that what they call comes after it.
    calls.push(describeCall({ operation: '', body: {}, status: 0 }, at, 0));
    let answered: Answered | undefined;
    await causes.run({ by: 'pool', request: position }, async () => {
      answered = await perform(context, request);
    });
    if (answered === undefined) throw new Error('The request was not carried out.');
    calls[position] = describeCall(answered, at, Math.round(performance.now() - begun));
    return toResponse(answered);
  };
  const runner = createLambdaRunner(settings.lambda, {
    [`https://cognito-idp.${region}.amazonaws.com`]: async (request) =>
      isApiRequest(request) ? answer(request) : new Response('', { status: 404 }),
  });
  const triggers = createLambdaTriggers({
    runner,
    functions: () => functions,
    waitMs: settings.triggerWaitMs,
    now: Date.now,
    record: (call) => void triggerCalls.push({ ...(causes.getStore() ?? { by: 'pool' }), ...call }),
  });
  const begin = (pool: Pool) => {
    own = pool;
    pool.setTriggers(triggers);
  };
  return {
    region,
    routes: (app: Hono, pool) => {
      begin(pool);
      app.post('/', (c, next) => (isApiRequest(c.req.raw) ? answer(c.req.raw) : next()));
      app.options('/', () => preflight());
    },
    control: (app, pool) => {
      begin(pool);
      addApiControlRoutes(app, {
        pool,
        codes,
        calls,
        triggerCalls,
        runner,
        setTriggers: (next) => {
          functions = next;
        },
        probe: (act) => causes.run({ by: 'probe' }, act),
        region,
      });
    },
    reset: () => {
      sessions.clear();
      codes.clear();
      calls.length = 0;
      triggerCalls.length = 0;
      functions = settings.triggers;
      runner.reset();
      own?.setTriggers(triggers);
    },
    [Symbol.asyncDispose]: () => runner[Symbol.asyncDispose](),
  };
}
