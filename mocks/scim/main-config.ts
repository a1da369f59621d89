import type { Double } from '../../harness/model/double.ts';
import { scimDoubleConfig } from './config.ts';
import { createScim } from './double.ts';

/** Makes the double from parsed JSON; a setting that does not fit is an error that names it. */
export function createScimFromConfig(config: unknown): Double {
  return createScim(scimDoubleConfig.parse(config ?? {}));
}
