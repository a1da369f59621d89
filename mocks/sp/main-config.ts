import type { Double } from '../../harness/model/double.ts';
import { configBody } from './config.ts';
import { createServiceProvider } from './double.ts';

/** Makes the double from parsed JSON; a setting that does not fit is an error that names it. */
export function createServiceProviderFromConfig(config: unknown): Double {
  return createServiceProvider(configBody.parse(config ?? {}));
}
