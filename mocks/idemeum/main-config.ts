import type { Double } from '../../harness/model/double.ts';
import { createClock } from '../core/clock.ts';
import { createIds } from '../core/ids.ts';
import { createIdpKeys } from '../idp/main-config.ts';
import { idemeumConfig } from './config.ts';
import { createIdemeum } from './double.ts';

/** The double with its own clock, ids and keys, from what `--config` gave. */
export async function createIdemeumFromConfig(config: unknown): Promise<Double> {
  const parsed = idemeumConfig.parse(config ?? {});
  const clock = createClock();
  const keys = await createIdpKeys(clock.now());
  return createIdemeum(parsed, { clock, ids: createIds(), keys });
}
