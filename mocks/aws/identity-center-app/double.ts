import type { Double } from '../../../harness/model/double.ts';
import { createApp } from '../../core/app.ts';
import { createClock } from '../../core/clock.ts';
import { createControl } from '../../core/control.ts';
import { createEventLog } from '../../core/event-log.ts';
import { createFaults } from '../../core/faults.ts';
import { createIds, type Ids } from '../../core/ids.ts';
import { createSigningKey, type SigningKey } from '../../core/keys.ts';
import { addControlRoutes as addCenterControl } from '../identity-center/control.ts';
import { addRoutes as addCenterRoutes } from '../identity-center/public.ts';
import { ssoHostOf } from './addresses.ts';
import { createCertificates } from './certificates.ts';
import { configBody, type IdentityCenterAppConfig } from './config.ts';
import { addControlRoutes } from './control.ts';
import { addPortalRoutes } from './routes-portal.ts';
import { addSamlRoutes } from './routes-saml.ts';
import { createState } from './state.ts';

/** What a test replaces to have a fixed clock and stable bytes. */
export interface IdentityCenterAppDeps {
  readonly now?: () => number;
  readonly ids?: Ids;
  /** Makes a signing key of an application. */
  readonly createKey?: () => Promise<SigningKey>;
}

const fiveYears = 5 * 365 * 24 * 60 * 60_000;

/**
 * A double of IAM Identity Center as the identity provider of custom SAML 2.0 applications: the access portal with a
 * directory of its own, tiles beside accounts, and what an application is given. The portal's directory, sessions and
 * audit log are those of the double of Identity Center itself.
 */
export function createIdentityCenterApp(
  config: IdentityCenterAppConfig = {},
  { now, ids = createIds(), createKey }: IdentityCenterAppDeps = {},
): Double {
  const instance = configBody.parse(config);
  const clock = createClock(now);
  const events = createEventLog(clock.now);
  const faults = createFaults('idp');
  const certificates = createCertificates(createKey ?? (() => makeKey(clock.now())));
  const create = () => createState(instance, { now: clock.now, ids, certificates });
  let state = create();
  const getState = () => state;
  const { portalHost, region } = state.center.addresses;
  const control = createControl({
    name: 'identity-center-app',
    clock,
    events,
    faults,
    reset: () => {
      state = create();
    },
    restart: () => {
      state.center.logins.forget();
      state.requests.clear();
    },
    state: () => ({
      portal: state.center.addresses.portalUrl,
      applications: state.applications.list().map(({ setup }) => setup.displayName),
      sessions: state.center.logins.sessions.list().length,
    }),
    routes: (app) => {
      addControlRoutes(app, getState);
      addCenterControl(app, () => state.center);
    },
  });
  return {
    name: 'identity-center-app',
    hosts: [portalHost, ssoHostOf(region)],
    fetch: createApp({
      events,
      faults,
      routes: (app) => {
        addSamlRoutes(app, getState, events);
        addPortalRoutes(app, getState, events);
        // Sign-out and the pages behind an account's roles are the portal's own.
        addCenterRoutes(app, () => state.center, events);
      },
    }),
    control: async (request) => control.fetch(request),
  };
}

/** Five years, as the user guide says. */
function makeKey(now: number): Promise<SigningKey> {
  return createSigningKey({
    commonName: 'amazonaws.com',
    notBefore: new Date(now - 60_000),
    notAfter: new Date(now + fiveYears),
  });
}
