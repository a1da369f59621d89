import type { IdentityPool } from '../../model/identity-pool-records.ts';

/**
 * Whether a setting is of a provider that can log anybody in: one that the pool lists, or the rollout's own, of which
 * `identity-pool/provider-listed` tells. Providers of other kinds are not ours to judge.
 */
export function isKnown(name: string, pool: IdentityPool, rollout: string): boolean {
  return !name.includes(':saml-provider/') || name === rollout || pool.samlProviders.includes(name);
}
