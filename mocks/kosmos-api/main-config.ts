import type { Double } from '../../harness/model/double.ts';
import { configBody } from './config.ts';
import { createKosmosApi } from './double.ts';

/** Makes the double from parsed JSON; a setting that does not fit is an error that names it. */
export function createKosmosApiFromConfig(config: unknown): Double {
  return createKosmosApi(configBody.parse(config ?? {}));
}
