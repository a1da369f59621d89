import type { ControlClient } from '../../../harness/model/double.ts';
import type { IdentityPool } from '../../../harness/model/identity-pool-records.ts';
import { createAccountsClient } from '../iam/client.ts';
import type { PoolInput } from './config.ts';
import type { Identity } from './identities.ts';
import type { PoolAuditRecord } from './state.ts';

/** Typed calls of the identity pool double's control API, those of its accounts among them. */
export function createIdentityPoolClient(control: ControlClient) {
  const audit = () => control.get<readonly PoolAuditRecord[]>('/audit');
  return {
    ...createAccountsClient(control),
    putPool: (pool: PoolInput) => control.send<IdentityPool>('PUT', '/pools', pool),
    /** Takes in what `aws cognito-identity` printed about one pool. */
    loadPool: (...files: readonly string[]) => control.send<IdentityPool>('POST', '/pool-files', { files }),
    pools: () => control.get<readonly IdentityPool[]>('/pools'),
    identities: () => control.get<readonly Identity[]>('/identities'),
    audit,
    /** Why the latest refusal was made, in our own words. */
    lastRefusal: async () => {
      const last = (await audit()).findLast(({ errorCode }) => errorCode !== undefined);
      return last?.reason ?? last?.errorMessage;
    },
  };
}
export type IdentityPoolClient = ReturnType<typeof createIdentityPoolClient>;
