import { defineCheck, type Fault } from '../../model/check.ts';
import type { ScimProbeCall } from '../../model/scim-records.ts';
import { listOf, objectOf } from '../../scim/read-requests.ts';
import { refs } from '../../scim/spec-refs.ts';
import { atCall, nameOfCall, serviceFix } from './_calls.ts';

const errorSchema = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** Refusals that come of SCIM itself: 401, 405 and 429 may come of what stands in front of it. */
const ofScim = [400, 404, 409, 412, 501];

export default defineCheck({
  id: 'scim-service/error-body',
  title: {
    holds: 'Every refusal is told in SCIM’s form',
    fails: 'A refusal is not told in SCIM’s form',
  },
  why: 'A client that cannot read a refusal cannot tell its user what is wrong with the person or the group.',
  fix: serviceFix('Answer refusals by JSON with the schema of errors and the status as a text.'),
  judges: 'sp',
  needs: ['scim-probe'],
  refs: [
    refs.protocol(
      '3.12',
      'Errors are JSON that names urn:ietf:params:scim:api:messages:2.0:Error and the status.',
    ),
  ],
  messages: {
    unreadable: '{request} was refused by {status} without a body in SCIM’s form.',
    status: '{request} was refused by {status}, and its body says {said}.',
  },
  applies: ({ 'scim-probe': { calls } }) => calls.some(isRefusal) || 'SCIM itself refused nothing.',
  run: ({ 'scim-probe': { calls } }) =>
    calls.flatMap((call, index) => (isRefusal(call) ? findFault(call, index) : [])),
});

/** Below the base URL: what lies elsewhere on the host need not be SCIM's. */
const endpoints = /^\/(Users|Groups|Schemas|ResourceTypes|ServiceProviderConfig)\b/;

function isRefusal({ status, token, target }: ScimProbeCall): boolean {
  return token === 'valid' && endpoints.test(target) && ofScim.includes(status);
}

function findFault(call: ScimProbeCall, index: number): readonly Fault<'unreadable' | 'status'>[] {
  const { schemas, status } = objectOf(parse(call.answer));
  const data = { request: nameOfCall(call), status: call.status };
  const where = atCall(index, 'answer');
  if (!listOf(schemas).includes(errorSchema)) {
    const observed = call.answer?.slice(0, 200) ?? 'no body';
    return [{ message: 'unreadable', data, expected: errorSchema, observed, where }];
  }
  if (status === String(call.status)) return [];
  const said = status === undefined ? 'no status' : JSON.stringify(status);
  return [
    { message: 'status', data: { ...data, said }, expected: `"${call.status}"`, observed: said, where },
  ];
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
