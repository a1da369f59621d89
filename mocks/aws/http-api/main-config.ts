import type { Double } from '../../../harness/model/double.ts';
import { configBody } from './config.ts';
import { createHttpApi } from './double.ts';

/** Makes the double from parsed JSON; a setting that does not fit is an error that names it. */
export function createHttpApiFromConfig(config: unknown): Double {
  return createHttpApi(configBody.parse(config ?? {}));
}
