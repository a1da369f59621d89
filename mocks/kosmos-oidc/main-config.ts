import type { Double } from '../../harness/model/double.ts';
import { createClock } from '../core/clock.ts';
import { createIds } from '../core/ids.ts';
import { createIdpKeys } from '../idp/main-config.ts';
import { configSchema } from './config.ts';
import { createKosmosOidc } from './double.ts';
import { createOidcKeys } from './keys.ts';

/** The double with its own clock, ids and keys, from what `--config` gave. */
export async function createKosmosOidcFromConfig(config: unknown): Promise<Double> {
  const clock = createClock();
  const [samlKeys, oidcKeys] = await Promise.all([createIdpKeys(clock.now()), createOidcKeys()]);
  return createKosmosOidc(configSchema.parse(config), { clock, ids: createIds(), samlKeys, oidcKeys });
}
