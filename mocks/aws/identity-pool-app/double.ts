import type { Double } from '../../../harness/model/double.ts';
import { createApp } from '../../core/app.ts';
import { createClock } from '../../core/clock.ts';
import { createControl } from '../../core/control.ts';
import { createEventLog } from '../../core/event-log.ts';
import { createFaults } from '../../core/faults.ts';
import { createIds, type Ids } from '../../core/ids.ts';
import { createShelf } from '../../core/web/shelf.ts';
import { appBody, type IdentityPoolAppConfig } from './config.ts';
import { addAppControlRoutes } from './control.ts';
import { addRoutes } from './public.ts';
import type { AppSession, PoolApp } from './state.ts';

/** What a test replaces to have a fixed clock and stable bytes. */
export interface AppDeps {
  readonly now?: () => number;
  readonly ids?: Ids;
}

/**
 * A double of a web application whose people have identities of an identity pool: it takes the response of a SAML
 * login to the pool, and shows identity, role and tags.
 */
export function createIdentityPoolApp(config: IdentityPoolAppConfig = {}, deps: AppDeps = {}): Double {
  const { host, name, region, settings, routes } = appBody.parse(config);
  const { now, ids = createIds() } = deps;
  const clock = createClock(now);
  const events = createEventLog(clock.now);
  const faults = createFaults('sp');
  const pool: PoolApp = {
    name,
    host,
    region,
    routes,
    ids,
    events,
    now: clock.now,
    sessions: createShelf<AppSession>(clock.now, ids),
    settings,
    trusted: [],
    logins: [],
  };
  const control = createControl({
    name: 'identity-pool-app',
    clock,
    events,
    faults,
    reset: () => {
      pool.sessions.clear();
      pool.settings = settings;
      pool.trusted = [];
      pool.logins = [];
    },
    restart: () => pool.sessions.clear(),
    state: () => ({ settings: pool.settings, sessions: pool.sessions.list().length }),
    routes: (app) => addAppControlRoutes(app, pool),
  });
  return {
    name: 'identity-pool-app',
    hosts: [host],
    fetch: createApp({ events, faults, routes: (app) => addRoutes(app, pool) }),
    control: async (request) => control.fetch(request),
  };
}
