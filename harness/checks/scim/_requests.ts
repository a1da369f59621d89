import type { Fix, Where } from '../../model/check.ts';
import type { ScimExchange, ScimOperation, ScimRecord } from '../../model/scim-records.ts';
import { readRequests, type ScimRequest } from '../../scim/read-requests.ts';

/** Where a client that pushes is mended. @param change an imperative sentence */
export function clientFix(change: string): Fix {
  return { console: 'Identity provider', field: 'SCIM provisioning of the application', change };
}

/** A place in one request. @param part of the exchange, for example `body` or `target` */
export function at({ position }: ScimRequest, part: string): Where {
  return { artifact: 'scim', path: `/exchanges/${position}/${part}` };
}

/** What a request is called in a message: `PATCH /Groups/1`, long targets shortened in the middle. */
export function nameOf({ exchange: { method, target } }: ScimRequest): string {
  return `${method} ${shorten(target)}`;
}

/** Requests of these operations, in order. */
export function requestsOf(
  record: ScimRecord,
  ...operations: readonly ScimOperation[]
): readonly ScimRequest[] {
  return readRequests(record).filter(({ exchange }) => operations.includes(exchange.operation));
}

/** `true` when there is such a request, else why there is nothing to judge. */
export function hasRequest(record: ScimRecord, ...operations: readonly ScimOperation[]): true | string {
  const isThere = record.exchanges.some(({ operation }) => operations.includes(operation));
  return isThere || `The record has no ${operations.join(' or ')}.`;
}

export function hasAny({ exchanges }: ScimRecord): true | string {
  return exchanges.length > 0 || 'Nothing was sent.';
}

/** Whether nobody knows what became of it: throttled, failed, or the answer lost. */
export function isUnsettled({ status, lost }: ScimExchange): boolean {
  return status === 429 || status >= 500 || lost !== undefined;
}

/** Long texts shortened in the middle, so that a message stays readable. */
export function shorten(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 80)}…${text.slice(-30)}`;
}
