import type { Hono } from 'hono';
import type { Double } from '../../../harness/model/double.ts';
import { createRoutedFetch } from '../../authenticator/routed-fetch.ts';
import { createApp } from '../../core/app.ts';
import { createClock } from '../../core/clock.ts';
import { createControl } from '../../core/control.ts';
import { createEventLog } from '../../core/event-log.ts';
import { createFaults } from '../../core/faults.ts';
import { createIds, type Ids } from '../../core/ids.ts';
import {
  configBody,
  type Safeguard,
  schemaAttribute,
  standardAttributes,
  type UserPoolConfig,
  type UserPoolSettings,
  userPoolAddresses,
} from './config.ts';
import type { PoolContext, Send } from './context.ts';
import { addPoolControlRoutes } from './control.ts';
import { createHostedState } from './hosted-state.ts';
import { createPool, type Pool } from './pool.ts';
import { createPoolKeys, type PoolKeys } from './pool-keys.ts';
import { addHostedRoutes } from './routes-hosted.ts';
import { addSamlRoutes } from './routes-saml.ts';
import { addTokenRoutes } from './routes-tokens.ts';
import { createPoolSamlKeys, type PoolSamlKeys } from './saml-keys.ts';
import type { PoolConfig } from './types.ts';

/** More routes over the same pool, for example the JSON API at `cognito-idp.REGION.amazonaws.com`. */
export interface PoolExtension {
  readonly routes?: (app: Hono, pool: Pool) => void;
  readonly control?: (app: Hono, pool: Pool) => void;
  /** Called at reset and restart, after the pool's own. */
  readonly reset?: () => void;
}

export interface UserPoolDeps {
  readonly now?: () => number;
  readonly ids?: Ids;
  readonly keys?: PoolKeys;
  /** How the pool reaches providers; by `routes` of the configuration unless given. */
  readonly send?: Send;
  readonly extensions?: readonly PoolExtension[];
}

/** A double of an Amazon Cognito user pool: hosted UI, token endpoint, documents, federation. */
export async function createUserPool(config: UserPoolConfig = {}, deps: UserPoolDeps = {}): Promise<Double> {
  const settings = configBody.parse(config);
  const { ids = createIds(), extensions = [] } = deps;
  const clock = createClock(deps.now);
  const events = createEventLog(clock.now);
  const faults = createFaults('sp');
  const addresses = userPoolAddresses(settings);
  const keys = deps.keys ?? (await createPoolKeys());
  const pool = createPool(poolConfigOf(settings), { clock, ids, events, keys });
  const hosted = createHostedState(clock.now, ids);
  let lacks: readonly Safeguard[] = settings.lacks;
  let samlKeys: Promise<PoolSamlKeys> | undefined;
  const context: PoolContext = {
    settings,
    addresses,
    pool,
    hosted,
    events,
    samlKeys: () => {
      samlKeys ??= createPoolSamlKeys(settings.poolId, clock.now());
      return samlKeys;
    },
    send: deps.send ?? createRoutedFetch(settings.routes),
    providers: new Map(settings.providers.map((one) => [one.ProviderName, one])),
    federations: [],
    lacks: (safeguard) => lacks.includes(safeguard),
  };
  const control = createControl({
    name: 'cognito-user-pool',
    clock,
    events,
    faults,
    reset: () => {
      pool.reset();
      hosted.clear();
      context.federations.length = 0;
      context.providers.clear();
      for (const one of settings.providers) context.providers.set(one.ProviderName, one);
      lacks = settings.lacks;
      for (const one of extensions) one.reset?.();
    },
    // AWS keeps everything that counts; a node that restarts is nothing that anybody sees.
    restart: () => undefined,
    state: () => ({ users: pool.users.list().length, lacks, schema: pool.config.schema }),
    routes: (app) => {
      addPoolControlRoutes(app, {
        context,
        setLacks: (next) => {
          lacks = next;
        },
      });
      for (const one of extensions) one.control?.(app, pool);
    },
  });
  return {
    name: 'cognito-user-pool',
    hosts: [settings.domain, addresses.apiHost],
    fetch: createApp({
      events,
      faults,
      routes: (app) => {
        addHostedRoutes(app, context);
        addSamlRoutes(app, context);
        addTokenRoutes(app, context);
        for (const one of extensions) one.routes?.(app, pool);
      },
    }),
    control: async (request) => control.fetch(request),
  };
}

/** The schema with the standard attributes that it does not name itself. */
function poolConfigOf({ region, poolId, schema, clients, groups }: UserPoolSettings): PoolConfig {
  const named = new Set(schema.map(({ name }) => name));
  const standard = [
    ...standardAttributes,
    { name: 'email_verified', type: 'Boolean' as const },
    { name: 'phone_number_verified', type: 'Boolean' as const },
  ];
  const rest = standard.filter(({ name }) => !named.has(name)).map((one) => schemaAttribute.parse(one));
  // The schemas give `undefined` where the types have a missing field; JSON cannot carry either.
  return { region, poolId, schema: [...schema, ...rest], clients, groups } as PoolConfig;
}
