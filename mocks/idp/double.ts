import type { Double } from '../../harness/model/double.ts';
import { createApp } from '../core/app.ts';
import type { Clock } from '../core/clock.ts';
import { createControl } from '../core/control.ts';
import { createEventLog } from '../core/event-log.ts';
import { createFaults } from '../core/faults.ts';
import type { Ids } from '../core/ids.ts';
import { configSchema, type IdpConfigInput } from './config.ts';
import type { IdpContext } from './context.ts';
import { createLogins } from './logins.ts';
import { addControlRoutes } from './routes-control.ts';
import { addLoginRoutes } from './routes-login.ts';
import { addPhoneRoutes } from './routes-phone.ts';
import { addSamlRoutes } from './routes-saml.ts';
import { createSessions } from './sessions.ts';
import { createState, forgetful, type IdpKeys } from './state.ts';

export interface IdpDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly keys: IdpKeys;
}

/** A passwordless identity provider like 1Kosmos: SAML on one side, phones on the other. */
export function createIdp(input: IdpConfigInput, { clock, ids, keys }: IdpDeps): Double {
  const config = configSchema.parse(input);
  const state = createState(config);
  const events = createEventLog(clock.now);
  const faults = createFaults('idp');
  const context: IdpContext = {
    config,
    state,
    clock,
    ids,
    keys,
    events,
    logins: createLogins(state, clock, ids, config.codeMs),
    sessions: createSessions(state, clock, ids, config.sessionMs),
  };
  const control = createControl({
    name: 'idp',
    clock,
    events,
    faults,
    reset: () => {
      Object.assign(state, createState(config));
    },
    restart: () => {
      state.volatile = forgetful();
    },
    state: () => ({
      logins: state.volatile.logins.size,
      sessions: state.volatile.sessions.size,
      devices: state.durable.devices.size,
    }),
    routes: (app) => addControlRoutes(app, context),
  });
  return {
    name: 'idp',
    hosts: [config.host],
    fetch: createApp({
      events,
      faults,
      routes: (app) => {
        addSamlRoutes(app, context);
        addLoginRoutes(app, context);
        addPhoneRoutes(app, context);
      },
    }),
    control: async (request) => control.fetch(request),
  };
}
