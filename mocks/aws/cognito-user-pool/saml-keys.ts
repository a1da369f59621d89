import { createSigningKey, type SigningKey } from '../../core/keys.ts';

/** Keys of a pool as SAML service provider: its requests are signed with one, responses encrypted for the other. */
export interface PoolSamlKeys {
  readonly signing: SigningKey;
  readonly encryption: SigningKey;
}

const tenYears = 10 * 365 * 86_400_000;

/** Certificates live ten years (COG, SAML signing and encryption). */
export async function createPoolSamlKeys(poolId: string, now: number): Promise<PoolSamlKeys> {
  const validity = { notBefore: new Date(now - 86_400_000), notAfter: new Date(now + tenYears) };
  const [signing, encryption] = await Promise.all([
    createSigningKey({ commonName: `${poolId} signing`, ...validity }),
    createSigningKey({ commonName: `${poolId} encryption`, use: 'encryption', ...validity }),
  ]);
  return { signing, encryption };
}
