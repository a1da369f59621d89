import type { Double } from '../../../harness/model/double.ts';
import { createApp } from '../../core/app.ts';
import { createClock } from '../../core/clock.ts';
import { createControl } from '../../core/control.ts';
import { createEventLog } from '../../core/event-log.ts';
import { createFaults } from '../../core/faults.ts';
import { createIds, type Ids } from '../../core/ids.ts';
import { addQueryService } from '../query/service.ts';
import { type AccountsConfig, accountsBody } from './config.ts';
import { addAccountRoutes } from './control.ts';
import { createIamOperations } from './operations.ts';
import { type AwsState, createAwsState } from './state.ts';

/** What a test replaces, and what doubles of one AWS share. */
export interface AwsDeps {
  readonly now?: () => number;
  readonly ids?: Ids;
  /** Accounts that several doubles stand before; made from the configuration when not given. */
  readonly state?: AwsState;
}

export const iamHosts = ['iam.amazonaws.com', 'iam.us-gov.amazonaws.com', 'iam.cn-north-1.amazonaws.com.cn'];
/** Metadata may have ten million characters, each up to nine bytes in a form. */
const maxBytes = 100_000_000;

/** A double of IAM: the Query API of SAML providers, before the accounts' state. */
export function createIam(config: AccountsConfig = {}, deps: AwsDeps = {}): Double {
  const { now, ids = createIds() } = deps;
  const clock = createClock(now);
  const events = createEventLog(clock.now);
  const faults = createFaults();
  const state = deps.state ?? createAwsState(accountsBody.parse(config), { now: clock.now, ids });
  const control = createControl({
    name: 'iam',
    clock,
    events,
    faults,
    reset: state.reset,
    // Nothing is in memory only.
    restart: () => undefined,
    state: () => ({ providers: state.accounts.providers.size, roles: state.accounts.roles.size }),
    routes: (app) => addAccountRoutes(app, state),
  });
  const operations = createIamOperations({
    state,
    now: clock.now,
    changed: (action, arn) => events.record('changed', { action, arn }),
  });
  const service = {
    version: '2010-05-08',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    operations,
    // IAM has some 160 operations; all that look like one are taken for one.
    isKnownElsewhere: (action: string) => /^[A-Z][A-Za-z]{5,60}$/.test(action),
    maxBytes,
    newRequestId: state.ids.requestId,
  };
  return {
    name: 'iam',
    hosts: iamHosts,
    fetch: createApp({ events, faults, routes: (app) => addQueryService(app, service, events) }),
    control: async (request) => control.fetch(request),
  };
}
