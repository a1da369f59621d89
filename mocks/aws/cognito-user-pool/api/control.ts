import type { Hono } from 'hono';
import { z } from 'zod';
import { ControlError } from '../../../core/control.ts';
import { functionBody } from '../../../lambda/config.ts';
import type { LambdaRunner } from '../../../lambda/runner.ts';
import type { Pool } from '../pool.ts';
import { PoolError } from '../pool-error.ts';
import type { TriggerSource } from '../triggers.ts';
import { type LambdaTriggers, lambdaConfigBody } from './config.ts';
import { triggerOf } from './lambda-triggers.ts';
import type { ApiCall, TriggerCall } from './log.ts';
import type { Codes } from './sign-up.ts';

export interface ApiControlParts {
  readonly pool: Pool;
  readonly codes: Codes;
  readonly calls: readonly ApiCall[];
  readonly triggerCalls: readonly TriggerCall[];
  readonly runner: LambdaRunner;
  readonly setTriggers: (triggers: LambdaTriggers) => void;
  /** Runs something whose trigger calls are recorded as probes. */
  readonly probe: <T>(act: () => Promise<T>) => Promise<T>;
  readonly region: string;
}

const userBody = z.strictObject({
  status: z.enum(['UNCONFIRMED', 'CONFIRMED', 'EXTERNAL_PROVIDER']).default('CONFIRMED'),
  attributes: z.record(z.string(), z.string()).default({}),
  password: z.string().optional(),
});
const probeBody = z.strictObject({
  source: z.string(),
  userName: z.string(),
  clientId: z.string(),
  request: z.record(z.string(), z.unknown()),
  response: z.record(z.string(), z.unknown()).default({}),
});

/** What was called, the codes that people got by mail, the functions, and calls of functions to see what they do. */
export function addApiControlRoutes(app: Hono, parts: ApiControlParts): void {
  const { pool, runner } = parts;
  app.get('/api-calls', (c) => c.json(parts.calls));
  app.get('/trigger-calls', (c) => c.json(parts.triggerCalls));
  app.get('/codes/:name', (c) => {
    const sent = parts.codes.get(c.req.param('name'));
    if (sent === undefined) throw new ControlError(404, 'No code was sent to this user.');
    return c.json({ code: sent.code });
  });
  // A user with a password of their own, and the status that signing up leads to.
  app.put('/accounts/:name', async (c) => {
    const { password, ...more } = userBody.parse(await c.req.json());
    const user = pool.users.draft(c.req.param('name'), {
      ...more,
      ...(password === undefined ? {} : { password }),
    });
    pool.users.put(user);
    return c.json({ sub: user.sub });
  });
  app.put('/functions/:name', async (c) => {
    runner.setFunction(c.req.param('name'), functionBody.parse(await c.req.json()));
    return c.json(Object.keys(runner.functions()));
  });
  app.put('/triggers', async (c) => {
    const triggers = lambdaConfigBody.parse(await c.req.json());
    const unknown = Object.values(triggers).filter((name) => runner.functions()[name] === undefined);
    if (unknown.length > 0) throw new ControlError(400, `There is no function "${unknown.join('", "')}".`);
    parts.setTriggers(triggers);
    return c.json(triggers);
  });
  app.post('/probes', async (c) => {
    const { source, ...about } = probeBody.parse(await c.req.json());
    const known = triggerSources.find((one) => one === source);
    if (known === undefined) throw new ControlError(400, `There is no trigger source "${source}".`);
    const outcome = await parts.probe(async () => {
      try {
        return { response: (await pool.trigger(known, about)).response };
      } catch (error) {
        if (!(error instanceof PoolError)) throw error;
        return { error: { type: error.code, message: error.message } };
      }
    });
    return c.json({ trigger: triggerOf(known), ...outcome });
  });
}

const triggerSources: readonly TriggerSource[] = [
  'PreSignUp_SignUp',
  'PreSignUp_AdminCreateUser',
  'PreSignUp_ExternalProvider',
  'PostConfirmation_ConfirmSignUp',
  'DefineAuthChallenge_Authentication',
  'CreateAuthChallenge_Authentication',
  'VerifyAuthChallengeResponse_Authentication',
  'TokenGeneration_Authentication',
  'TokenGeneration_RefreshTokens',
];
