import type { Double } from '../../../harness/model/double.ts';
import { configBody } from './config.ts';
import { createApiGateway } from './double.ts';

/** Makes the double from parsed JSON; a setting that does not fit is an error that names it. */
export function createApiGatewayFromConfig(config: unknown): Double {
  return createApiGateway(configBody.parse(config ?? {}));
}
