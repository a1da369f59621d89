import type { ScimExpectation, ScimProbeCall, ScimProbeRecord } from '../../model/scim-records.ts';
import { EditError } from '../kit/edit.ts';

/** Which call of the record: the first that was made and answered so. */
export interface Which {
  readonly method: string;
  readonly status?: number;
}

/** The record with that call made another one. */
export function changeCall(
  record: ScimProbeRecord,
  { method, status }: Which,
  change: (call: ScimProbeCall) => Partial<ScimProbeCall>,
): ScimProbeRecord {
  const index = findCall(record, { method, ...(status === undefined ? {} : { status }) });
  const calls = record.calls.map((one, at) => (at === index ? { ...one, ...change(one) } : one));
  return { ...record, calls };
}

/** The record with that call answered by another status than a standard wants. */
export function answerOtherwise(
  record: ScimProbeRecord,
  which: Which,
  status: number,
  unmet: readonly ('rfc' | 'identityCenter')[],
): ScimProbeRecord {
  const index = findCall(record, which);
  const expectations = record.expectations.map((one): ScimExpectation => {
    if (one.call !== index || one.what !== 'The status') return one;
    const claims = Object.fromEntries(
      unmet.flatMap((name) => {
        const claim = one[name];
        return claim === undefined ? [] : [[name, { ...claim, holds: false }]];
      }),
    );
    return { ...one, observed: String(status), ...claims };
  });
  return changeCall({ ...record, expectations }, which, () => ({ status }));
}

function findCall({ calls }: ScimProbeRecord, { method, status }: Which): number {
  const index = calls.findIndex(
    (one) => one.method === method && (status === undefined || one.status === status),
  );
  if (index < 0) throw new EditError(`Nothing in the record is ${method} answered ${status ?? ''}.`);
  return index;
}
