import type { ScimExchange, ScimOperation, ScimRecord } from '../../model/scim-records.ts';
import { type JsonObject, objectOf, readRequests } from '../../scim/read-requests.ts';
import { EditError } from '../kit/edit.ts';

/** Which request of the record: the first of the operation that says this somewhere. */
export interface Which {
  readonly operation: ScimOperation;
  readonly saying?: string;
}

/** The record with that request made another one, several, or none. */
export function replaceExchange(
  record: ScimRecord,
  { operation, saying = '' }: Which,
  make: (exchange: ScimExchange) => readonly ScimExchange[],
): ScimRecord {
  const index = record.exchanges.findIndex(
    (one) => one.operation === operation && `${one.target} ${one.body ?? ''}`.includes(saying),
  );
  const found = record.exchanges[index];
  if (found === undefined) throw new EditError(`Nothing in the record is ${operation} ${saying}.`);
  return { ...record, exchanges: record.exchanges.toSpliced(index, 1, ...make(found)) };
}

export function changeExchange(
  record: ScimRecord,
  which: Which,
  change: Partial<ScimExchange> | ((exchange: ScimExchange) => Partial<ScimExchange>),
): ScimRecord {
  return replaceExchange(record, which, (exchange) => [
    { ...exchange, ...(typeof change === 'function' ? change(exchange) : change) },
  ]);
}

/** The record with its last change otherwise: nothing after it can be taken for another attempt. */
export function changeLast(record: ScimRecord, change: Partial<ScimExchange>): ScimRecord {
  const index = record.exchanges.findLastIndex(({ operation }) => /^(Create|Patch|Delete)/.test(operation));
  const last = record.exchanges[index];
  if (last === undefined) throw new EditError('Nothing in the record is a change.');
  return { ...record, exchanges: record.exchanges.with(index, { ...last, ...change }) };
}

/** The record with these attributes of a request's body changed; undefined takes one out. */
export function changeBody(
  record: ScimRecord,
  which: Which,
  change: (body: JsonObject) => JsonObject,
): ScimRecord {
  return changeExchange(record, which, (exchange) => {
    const body = objectOf(readRequests({ ...record, exchanges: [exchange] })[0]?.body);
    return { body: JSON.stringify({ ...body, ...change(body) }) };
  });
}

/** The record with other operations in a PATCH request. */
export function changeOperations(
  record: ScimRecord,
  which: Which,
  ...Operations: readonly JsonObject[]
): ScimRecord {
  return changeBody(record, which, () => ({ Operations }));
}
