import type { Double } from '../../../harness/model/double.ts';
import { stsBody } from './config.ts';
import { createSts } from './double.ts';

/** Makes the double from parsed JSON; a setting that does not fit is an error that names it. */
export function createStsFromConfig(config: unknown): Double {
  return createSts(stsBody.parse(config ?? {}));
}
