import { poolIssuer } from '../../../harness/aws/identity-pool/limits.ts';
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
import { stsHosts } from '../sts/double.ts';
import { type IdentityPoolConfig, identityPoolBody } from './config.ts';
import { addPoolControlRoutes } from './control.ts';
import { createDescribeOperations } from './describe-operations.ts';
import { createIdentities } from './identities.ts';
import { addJsonService } from './json-service.ts';
import { createOpenIdTokens } from './openid-tokens.ts';
import { createPoolOperations } from './operations.ts';
import { createReplayMemory } from './replay-memory.ts';
import type { PoolAuditRecord, PoolService } from './state.ts';

/** Everything else of the service model (2014-06-30) that the double does not have. */
const elsewhere =
  /^(CreateIdentityPool|Delete(Identities|IdentityPool)|DescribeIdentity|List(Identities|IdentityPools|TagsForResource)|LookupDeveloperIdentity|MergeDeveloperIdentities|Set(IdentityPoolRoles|PrincipalTagAttributeMap)|TagResource|Unlink(DeveloperIdentity|Identity)|UntagResource|UpdateIdentityPool)$/;

/**
 * A double of Cognito identity pools with SAML providers, and of the GetCallerIdentity of STS for the keys that it
 * gives out. What it keeps outlives a restart, as it does at AWS.
 */
export function createIdentityPools(config: IdentityPoolConfig = {}, deps: AwsDeps = {}): Double {
  const { region, account, pools: seeded, settings, ...seed } = identityPoolBody.parse(config);
  const { now, ids = createIds() } = deps;
  const clock = createClock(now);
  const events = createEventLog(clock.now);
  const faults = createFaults();
  const state = deps.state ?? createAwsState(seed, { now: clock.now, ids });
  let audit: readonly PoolAuditRecord[] = [];
  const service: PoolService = {
    region,
    account,
    state,
    pools: new Map(),
    identities: createIdentities(state.ids.requestId),
    replays: createReplayMemory(),
    tokens: createOpenIdTokens(),
    events,
    now: clock.now,
    settings,
    audit: (record) => {
      audit = [...audit.slice(-4999), { at: new Date(clock.now()).toISOString(), ...record }];
    },
  };
  const plant = () => {
    service.pools.clear();
    for (const pool of seeded) service.pools.set(pool.identityPoolId, pool);
  };
  plant();
  const control = createControl({
    name: 'cognito-identity-pool',
    clock,
    events,
    faults,
    reset: () => {
      state.reset();
      plant();
      service.identities.clear();
      service.replays.clear();
      service.settings = settings;
      audit = [];
    },
    // Identities and the memory of assertions are the service's own store, which no restart of ours is like.
    restart: () => undefined,
    state: () => ({ region, pools: service.pools.size, identities: service.identities.list().length }),
    routes: (app) => addPoolControlRoutes(app, service, () => audit),
  });
  const json = {
    operations: { ...createPoolOperations(service), ...createDescribeOperations(service) },
    isKnownElsewhere: (operation: string) => elsewhere.test(operation),
  };
  const issuer = `https://${poolIssuer}`;
  return {
    name: 'cognito-identity-pool',
    hosts: [`cognito-identity.${region}.amazonaws.com`, poolIssuer, ...stsHosts(region)],
    fetch: createApp({
      events,
      faults,
      routes: (app) => {
        addJsonService(app, json, service);
        app.get('/.well-known/openid-configuration', (c) =>
          c.json({ issuer, jwks_uri: `${issuer}/.well-known/jwks_uri`, response_types_supported: ['token'] }),
        );
        app.get('/.well-known/jwks_uri', async (c) => c.json(await service.tokens.keys()));
        addQueryService(app, callerIdentity(service), events);
      },
    }),
    control: async (request) => control.fetch(request),
  };
}

/** The one operation of STS that tells whose keys these are. */
function callerIdentity({ state, now }: PoolService) {
  return {
    version: '2011-06-15',
    namespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
    operations: {
      GetCallerIdentity: (call: Parameters<typeof state.credentials.authenticate>[0]) => {
        const { arn, userId, account } = state.credentials.authenticate(call, now());
        return { Arn: arn, UserId: userId, Account: account };
      },
    },
    isKnownElsewhere: (action: string) => /^(Assume|Decode|Get)[A-Za-z]{4,60}$/.test(action),
    maxBytes: 1_000_000,
    newRequestId: state.ids.requestId,
  };
}
