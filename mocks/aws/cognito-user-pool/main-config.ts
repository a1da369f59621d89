import type { Double } from '../../../harness/model/double.ts';
import { configBody } from './config.ts';
import { createUserPool } from './double.ts';

/** Makes the double from parsed JSON; a setting that does not fit is an error that names it. */
export function createUserPoolFromConfig(config: unknown): Promise<Double> {
  return createUserPool(configBody.parse(config ?? {}));
}
