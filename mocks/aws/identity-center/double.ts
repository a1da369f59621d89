import type { Double } from '../../../harness/model/double.ts';
import { createApp } from '../../core/app.ts';
import { createClock } from '../../core/clock.ts';
import { createControl } from '../../core/control.ts';
import { createEventLog } from '../../core/event-log.ts';
import { createFaults } from '../../core/faults.ts';
import { createIds, type Ids } from '../../core/ids.ts';
import { createSigningKey, type SigningKey, type SigningKeyOptions } from '../../core/keys.ts';
import { addScimControlRoutes } from '../../scim/control.ts';
import { configBody, type IdentityCenterConfig } from './config.ts';
import { addControlRoutes } from './control.ts';
import { addRoutes } from './public.ts';
import { createState } from './state.ts';

/** What a test replaces to have a fixed clock and stable bytes. */
export interface IdentityCenterDeps {
  readonly now?: () => number;
  readonly ids?: Ids;
  readonly createKey?: (options: SigningKeyOptions) => Promise<SigningKey>;
}

/**
 * A double of IAM Identity Center: SAML service provider, access portal, directory, SCIM endpoint, audit log. Who is
 * provisioned is who logs in.
 */
export function createIdentityCenter(
  config: IdentityCenterConfig = {},
  { now, ids = createIds(), createKey = createSigningKey }: IdentityCenterDeps = {},
): Double {
  const instance = configBody.parse(config);
  const clock = createClock(now);
  const events = createEventLog(clock.now);
  const faults = createFaults('sp');
  const create = () => createState(instance, { now: clock.now, ids, createKey });
  let state = create();
  const { portalHost, signInHost } = state.addresses;
  const control = createControl({
    name: 'identity-center',
    clock,
    events,
    faults,
    reset: () => {
      state = create();
    },
    restart: () => state.logins.forget(),
    state: () => ({
      addresses: state.addresses,
      settings: state.settings,
      scim: state.scim.baseUrl,
      users: state.directory.store.users.size(),
      sessions: state.logins.sessions.list().length,
    }),
    routes: (app) => {
      addControlRoutes(app, () => state);
      addScimControlRoutes(app, () => state.scim);
    },
  });
  const scimHost = state.scim.host;
  const browse = createApp({ events, faults, routes: (app) => addRoutes(app, () => state, events) });
  return {
    name: 'identity-center',
    hosts: [portalHost, signInHost, scimHost],
    fetch: async (request) => {
      const isScim = new URL(request.url).hostname === scimHost;
      return (isScim ? await state.scim.fetch(request) : undefined) ?? browse(request);
    },
    control: async (request) => control.fetch(request),
  };
}
