import type { Double } from '../../harness/model/double.ts';
import { createApp } from '../core/app.ts';
import type { Clock } from '../core/clock.ts';
import { createControl } from '../core/control.ts';
import { createEventLog } from '../core/event-log.ts';
import { createFaults } from '../core/faults.ts';
import type { Ids } from '../core/ids.ts';
import { applicationSchema, configSchema } from '../idp/config.ts';
import type { IdpContext } from '../idp/context.ts';
import { createLogins } from '../idp/logins.ts';
import { addLoginRoutes } from '../idp/routes-login.ts';
import { addPhoneRoutes } from '../idp/routes-phone.ts';
import { addSamlRoutes } from '../idp/routes-saml.ts';
import { createSessions } from '../idp/sessions.ts';
import { createState, forgetful, type IdpKeys } from '../idp/state.ts';
import { createApplications } from './applications.ts';
import { type IdemeumConfigInput, idemeumConfig } from './config.ts';
import { addIdemeumControl } from './control.ts';
import { createDirectory } from './directory.ts';
import { createProvisioning } from './provisioning.ts';
import { addCatalogRoutes } from './routes-catalog.ts';
import { catalogId, type Tenant } from './tenant.ts';

export interface IdemeumDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly keys: IdpKeys;
}

/**
 * A passwordless identity provider like idemeum: the login of `mocks/idp` behind a catalog with entitlements, and a SCIM
 * client that pushes the tenant's people and groups.
 */
export function createIdemeum(input: IdemeumConfigInput, { clock, ids, keys }: IdemeumDeps): Double {
  const config = idemeumConfig.parse(input);
  const origin = `https://${config.host}`;
  const { host, organisation, codeMs, sessionMs } = config;
  // The catalog is one application among the login's own: never a target of SAML, open to everybody.
  const catalog = applicationSchema.parse({
    id: catalogId,
    name: `${organisation} catalog`,
    accessUrl: `${origin}/`,
    entityId: `${origin}/catalog`,
    acsUrl: `${origin}/`,
  });
  const login = configSchema.parse({
    host,
    organisation,
    codeMs,
    sessionMs,
    users: [],
    applications: [catalog],
  });
  const state = createState(login);
  const events = createEventLog(clock.now);
  const faults = createFaults('idp');
  const context: IdpContext = {
    config: login,
    state,
    clock,
    ids,
    keys,
    events,
    logins: createLogins(state, clock, ids, codeMs),
    sessions: createSessions(state, clock, ids, sessionMs),
  };
  const open = (): Tenant => {
    const directory = createDirectory(config, state);
    const applications = createApplications(state, directory, `${origin}/`);
    const provisioning = createProvisioning({ config, applications, directory, now: clock.now });
    return { context, directory, applications, provisioning };
  };
  let tenant = open();
  const control = createControl({
    name: 'idemeum',
    clock,
    events,
    faults,
    reset: () => {
      Object.assign(state, createState(login));
      tenant = open();
    },
    restart: () => {
      state.volatile = forgetful();
    },
    state: () => ({
      logins: state.volatile.logins.size,
      sessions: state.volatile.sessions.size,
      devices: state.durable.devices.size,
      people: tenant.directory.people.size,
      groups: tenant.directory.groups.size,
    }),
    routes: (app) => addIdemeumControl(app, () => tenant),
  });
  return {
    name: 'idemeum',
    hosts: [host],
    fetch: createApp({
      events,
      faults,
      routes: (app) => {
        addCatalogRoutes(app, () => tenant);
        addSamlRoutes(app, context);
        addLoginRoutes(app, context);
        addPhoneRoutes(app, context);
      },
    }),
    control: async (request) => {
      const answer = await control.fetch(request);
      // People, groups and entitlements may have changed: the login decides by their outcome.
      if (request.method !== 'GET') tenant.applications.settle();
      return answer;
    },
  };
}
