import type { Double } from '../../../harness/model/double.ts';
import { identityPoolBody } from './config.ts';
import { createIdentityPools } from './double.ts';

/** Makes the double from parsed JSON; a setting that does not fit is an error that names it. */
export function createIdentityPoolsFromConfig(config: unknown): Double {
  return createIdentityPools(identityPoolBody.parse(config ?? {}));
}
