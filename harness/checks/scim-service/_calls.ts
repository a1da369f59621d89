import type { Fix, Where } from '../../model/check.ts';
import type { ScimExpectation, ScimProbeCall, ScimProbeRecord } from '../../model/scim-records.ts';

/** Where a service is mended. @param change an imperative sentence */
export function serviceFix(change: string): Fix {
  return { console: 'SCIM service', field: 'The endpoint itself', change };
}

/** A place in one call. @param part for example `status` */
export function atCall(index: number, part: string): Where {
  return { artifact: 'scim-probe', path: `/calls/${index}/${part}` };
}

/** What a call is called in a message: `PATCH /Groups/1`, long targets shortened in the middle. */
export function nameOfCall(call: ScimProbeCall | undefined): string {
  if (call === undefined) return 'a request';
  const { method, target } = call;
  return `${method} ${target.length <= 120 ? target : `${target.slice(0, 80)}…${target.slice(-30)}`}`;
}

/** Everything that was looked at and that one of the standards wants otherwise. */
export function unmet({ calls, expectations }: ScimProbeRecord, standard: 'rfc' | 'identityCenter') {
  return expectations.flatMap((one: ScimExpectation) => {
    const claim = one[standard];
    if (claim === undefined || claim.holds) return [];
    return [
      {
        message: 'otherwise' as const,
        data: {
          what: one.what,
          request: nameOfCall(calls[one.call]),
          source: claim.source,
          expected: claim.expected,
          observed: one.observed,
        },
        expected: `${claim.expected} (${claim.source})`,
        observed: one.observed,
        where: atCall(one.call, one.what === 'The status' ? 'status' : 'answer'),
      },
    ];
  });
}

/** `true` when the standard wants anything of what was tried. */
export function saysAnything(
  { expectations }: ScimProbeRecord,
  standard: 'rfc' | 'identityCenter',
): true | string {
  return (
    expectations.some((one) => one[standard] !== undefined) ||
    'The standard leaves open what is to come of this.'
  );
}
