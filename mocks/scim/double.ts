import type { Double } from '../../harness/model/double.ts';
import { createAwsIds } from '../aws/iam/aws-ids.ts';
import { createApp } from '../core/app.ts';
import { createClock } from '../core/clock.ts';
import { createControl } from '../core/control.ts';
import { createEventLog } from '../core/event-log.ts';
import { createFaults } from '../core/faults.ts';
import { createIds, type Ids } from '../core/ids.ts';
import { type ScimDoubleConfigInput, scimDoubleConfig } from './config.ts';
import { addScimControlRoutes } from './control.ts';
import { createScimService } from './service.ts';
import { createIdentityStore } from './store.ts';

/** What a test replaces to have a fixed clock and stable bytes. */
export interface ScimDeps {
  readonly now?: () => number;
  readonly ids?: Ids;
}

/** IAM Identity Center's SCIM endpoint alone, over a directory of its own. */
export function createScim(
  config: ScimDoubleConfigInput = {},
  { now, ids = createIds() }: ScimDeps = {},
): Double {
  const { region, ...scim } = scimDoubleConfig.parse(config);
  const clock = createClock(now);
  const events = createEventLog(clock.now);
  const faults = createFaults();
  const newId = createAwsIds(ids).requestId;
  const create = () =>
    createScimService({
      config: scim,
      region,
      store: createIdentityStore({ now: clock.now, newId }),
      now: clock.now,
      newSecret: () => ids.token() + ids.token(),
      newRequestId: newId,
    });
  let service = create();
  const control = createControl({
    name: 'scim',
    clock,
    events,
    faults,
    reset: () => {
      service = create();
    },
    // All that the endpoint knows is durable.
    restart: () => undefined,
    state: () => ({
      baseUrl: service.baseUrl,
      users: service.store.users.size(),
      groups: service.store.groups.size(),
    }),
    routes: (app) => addScimControlRoutes(app, () => service),
  });
  const unknown = createApp({ events, faults, routes: () => undefined });
  return {
    name: 'scim',
    hosts: [service.host],
    fetch: async (request) => (await service.fetch(request)) ?? unknown(request),
    control: async (request) => control.fetch(request),
  };
}
