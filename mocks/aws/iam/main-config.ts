import type { Double } from '../../../harness/model/double.ts';
import { accountsBody } from './config.ts';
import { createIam } from './double.ts';

/** Makes the double from parsed JSON; a setting that does not fit is an error that names it. */
export function createIamFromConfig(config: unknown): Double {
  return createIam(accountsBody.parse(config ?? {}));
}
