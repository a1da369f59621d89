import type { Double } from '../../../harness/model/double.ts';
import { appBody } from './config.ts';
import { createIdentityPoolApp } from './double.ts';

/** Makes the double from parsed JSON; a setting that does not fit is an error that names it. */
export function createIdentityPoolAppFromConfig(config: unknown): Double {
  return createIdentityPoolApp(appBody.parse(config ?? {}));
}
