import type { Double } from '../../harness/model/double.ts';
import { configBody } from './config.ts';
import { createRelyingApp } from './double.ts';

/** Makes the double from parsed JSON; a setting that does not fit is an error that names it. */
export function createRelyingAppFromConfig(config: unknown): Double {
  return createRelyingApp(configBody.parse(config ?? {}));
}
