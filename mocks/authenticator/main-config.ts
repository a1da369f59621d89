import type { Double } from '../../harness/model/double.ts';
import { configBody } from './config.ts';
import { createAuthenticator } from './double.ts';

/** Makes the double from parsed JSON; a setting that does not fit is an error that names it. */
export function createAuthenticatorFromConfig(config: unknown): Double {
  return createAuthenticator(configBody.parse(config ?? {}));
}
