import type { Double } from '../../../../harness/model/double.ts';
import { configBody } from '../config.ts';
import { createUserPool } from '../double.ts';
import { apiBody } from './config.ts';
import { createPoolApi } from './extension.ts';

const body = configBody.extend({ api: apiBody.prefault({}) });

/** The user pool with its JSON API and Lambda triggers, from parsed JSON; a setting that does not fit is an error. */
export function createUserPoolWithApiFromConfig(config: unknown): Promise<Double> {
  const { api, ...settings } = body.parse(config ?? {});
  const lambda = { ...api.lambda, region: settings.region };
  return createUserPool(settings, { extensions: [createPoolApi({ ...api, lambda })] });
}
