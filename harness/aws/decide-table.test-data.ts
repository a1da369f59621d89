import { attributeCases } from './decide-table/attributes.test-data.ts';
import { requestCases } from './decide-table/request.test-data.ts';
import { responseCases } from './decide-table/response.test-data.ts';
import { sessionCases } from './decide-table/session.test-data.ts';
import type { TableCase } from './decide-table/table.test-data.ts';
import { trustCases } from './decide-table/trust.test-data.ts';

/**
 * AssumeRoleWithSAML, case by case: what is changed from a call that is granted, and what AWS answers. Plain data, so
 * that the same table can be sent to a running STS by any client.
 */
export const decideTable: readonly TableCase[] = [
  ...requestCases,
  ...responseCases,
  ...attributeCases,
  ...trustCases,
  ...sessionCases,
];
