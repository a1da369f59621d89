import type { Double } from '../../../harness/model/double.ts';
import { createApp } from '../../core/app.ts';
import { createClock } from '../../core/clock.ts';
import { createControl } from '../../core/control.ts';
import { createEventLog } from '../../core/event-log.ts';
import { createFaults } from '../../core/faults.ts';
import { createIds } from '../../core/ids.ts';
import type { AwsDeps } from '../iam/double.ts';
import { createAwsState } from '../iam/state.ts';
import { addQueryService } from '../query/service.ts';
import type { StsAuditRecord } from './audit.ts';
import { type StsConfig, stsBody } from './config.ts';
import { addStsControlRoutes } from './control.ts';
import { createStsOperations } from './operations.ts';
import { recordRedeemed } from './record-redeemed.ts';
import { createSeenAssertions } from './seen.ts';

/** Longest of all members is SAMLAssertion with 100,000 characters, percent-encoded; the rest is small. */
const maxBytes = 1_000_000;

/** STS operations that the double does not have. */
const elsewhere =
  /^(AssumeRole|AssumeRoleWithWebIdentity|AssumeRoot|DecodeAuthorizationMessage|GetAccessKeyInfo|GetDelegatedAccessToken|GetFederationToken|GetSessionToken|GetWebIdentityToken)$/;

/** The global endpoint, the region's own, and those of the other partitions. */
export function stsHosts(region: string): readonly string[] {
  const regional = region.startsWith('cn-')
    ? `sts.${region}.amazonaws.com.cn`
    : `sts.${region}.amazonaws.com`;
  const others = ['sts.us-gov-west-1.amazonaws.com', 'sts.cn-north-1.amazonaws.com.cn'];
  return [...new Set(['sts.amazonaws.com', regional, ...others])];
}

/** A double of AWS STS: AssumeRoleWithSAML, and GetCallerIdentity for the keys that it gave out. */
export function createSts(config: StsConfig = {}, deps: AwsDeps = {}): Double {
  const { region, settings: given, ...seed } = stsBody.parse(config);
  const { now, ids = createIds() } = deps;
  const clock = createClock(now);
  const events = createEventLog(clock.now);
  const faults = createFaults();
  const state = deps.state ?? createAwsState(seed, { now: clock.now, ids });
  const settings = { current: given };
  const seen = createSeenAssertions();
  let audit: readonly StsAuditRecord[] = [];
  const control = createControl({
    name: 'sts',
    clock,
    events,
    faults,
    reset: () => {
      state.reset();
      settings.current = given;
      seen.clear();
      audit = [];
    },
    // AWS's keys carry all that they stand for, so they outlive a restart.
    restart: () => undefined,
    state: () => ({ region, settings: settings.current, roles: state.accounts.roles.size }),
    routes: (app) => addStsControlRoutes(app, { state, now: clock.now, settings, audit: () => audit }),
  });
  const operations = createStsOperations({
    state,
    region,
    now: clock.now,
    settings: () => settings.current,
    audit: (record) => {
      audit = [...audit.slice(-4999), record];
    },
    redeemed: (what, principalArn) =>
      recordRedeemed(what, { events, seen, state, now: clock.now(), principalArn }),
  });
  const service = {
    version: '2011-06-15',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    operations,
    isKnownElsewhere: (action: string) => elsewhere.test(action),
    maxBytes,
    newRequestId: state.ids.requestId,
  };
  return {
    name: 'sts',
    hosts: stsHosts(region),
    fetch: createApp({ events, faults, routes: (app) => addQueryService(app, service, events) }),
    control: async (request) => control.fetch(request),
  };
}
