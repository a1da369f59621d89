import type { Double } from '../../harness/model/double.ts';
import { createApp } from '../core/app.ts';
import { createClock } from '../core/clock.ts';
import { createControl } from '../core/control.ts';
import { createEventLog } from '../core/event-log.ts';
import { createFaults } from '../core/faults.ts';
import { createIds, type Ids } from '../core/ids.ts';
import { type AuthenticatorConfig, configBody } from './config.ts';
import { addControlRoutes } from './control.ts';
import { createPhone } from './phone.ts';
import { addPageRoutes } from './public.ts';
import { createRoutedFetch, type Send } from './routed-fetch.ts';

export interface AuthenticatorDeps {
  readonly now?: () => number;
  readonly ids?: Ids;
  /** Reaches the identity provider by its public origin; by `routes` of the configuration when not given. */
  readonly send?: Send;
}

/** A double of the authenticator app: one phone a person, with its own key, and a page to use it by hand. */
export function createAuthenticator(
  config: AuthenticatorConfig = {},
  { now, ids = createIds(), send }: AuthenticatorDeps = {},
): Double {
  const settings = configBody.parse(config);
  const clock = createClock(now);
  const events = createEventLog(clock.now);
  const faults = createFaults();
  const create = () =>
    createPhone({ settings, now: clock.now, ids, events, send: send ?? createRoutedFetch(settings.routes) });
  let phone = create();
  const control = createControl({
    name: 'authenticator',
    clock,
    events,
    faults,
    reset: () => {
      phone = create();
    },
    restart: () => phone.forgetScans(),
    state: () => ({ devices: phone.devices.size, scans: phone.pendingScans() }),
    routes: (app) => addControlRoutes(app, () => phone),
  });
  return {
    name: 'authenticator',
    hosts: [settings.host],
    fetch: createApp({ events, faults, routes: (app) => addPageRoutes(app, () => phone, ids, settings) }),
    control: async (request) => control.fetch(request),
  };
}
