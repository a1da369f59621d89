import type { Double } from '../../harness/model/double.ts';
import { createClock } from '../core/clock.ts';
import { createIds } from '../core/ids.ts';
import { createSigningKey } from '../core/keys.ts';
import { configSchema } from './config.ts';
import { createIdp } from './double.ts';
import type { IdpKeys } from './state.ts';

/** Keys of a fresh tenant: the one in use, and the one that follows it. */
export async function createIdpKeys(now: number): Promise<IdpKeys> {
  const years = (count: number) => new Date(now + count * 365 * 86_400_000);
  const yesterday = new Date(now - 86_400_000);
  const [primary, rollover] = await Promise.all([
    createSigningKey({ commonName: 'Acme IdP signing 1', notBefore: yesterday, notAfter: years(2) }),
    createSigningKey({ commonName: 'Acme IdP signing 2', notBefore: yesterday, notAfter: years(4) }),
  ]);
  return { primary, rollover };
}

/** The double with its own clock, ids and keys, from what `--config` gave. */
export async function createIdpFromConfig(config: unknown): Promise<Double> {
  const clock = createClock();
  const keys = await createIdpKeys(clock.now());
  return createIdp(configSchema.parse(config), { clock, ids: createIds(), keys });
}
