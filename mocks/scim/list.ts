import { createHash } from 'node:crypto';
import { readFilter } from './filter.ts';
import { cursorPattern, type FilterForm, pageSize } from './limits.ts';
import type { JsonObject } from './read-body.ts';
import { schemaIds } from './schemas.ts';
import { invalid } from './scim-error.ts';

/** What a list request asks for. */
export interface Query {
  readonly filter: ReturnType<typeof readFilter> | undefined;
  readonly count: number;
  /** Place to go on from; undefined when the answer is not to be paged. */
  readonly from: number | undefined;
  /** Names the list that a cursor belongs to. */
  readonly list: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: number | undefined;
  /** All that match, on this page or not. */
  readonly total: number;
}

/** Reads the query of ListUsers and ListGroups. `startIndex`, `attributes` and the like are not supported: not looked at. */
export function readQuery(parameters: URLSearchParams, kind: string, forms: readonly FilterForm[]): Query {
  const text = parameters.get('filter');
  const filter = text === null ? undefined : readFilter(text, forms);
  const list = createHash('sha256')
    .update(`${kind} ${text ?? ''}`)
    .digest('hex')
    .slice(0, 8);
  return {
    filter,
    count: readCount(parameters.get('count')),
    from: readCursor(parameters.get('cursor'), list),
    list,
  };
}

function readCount(text: string | null): number {
  if (text === null) return pageSize.default;
  const count = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= pageSize.min && count <= pageSize.max) return count;
  throw invalid(`Parameter count "${text}" is not from ${pageSize.min} to ${pageSize.max}`.slice(0, 200));
}

/** An empty cursor asks for the first page of a paged list; one of another list is refused. */
function readCursor(text: string | null, list: string): number | undefined {
  if (text === null) return undefined;
  if (text === '') return 0;
  const [found, place] = cursorPattern.test(text)
    ? Buffer.from(text, 'base64').toString('latin1').split(':')
    : [];
  if (found !== list || place === undefined || !/^\d+$/.test(place))
    throw invalid('Parameter cursor is not valid');
  return Number(place);
}

/** The body of a list, in either of AWS's two forms (page "ListUsers", "Response format"). */
export function buildList<T>(
  { from, list }: Query,
  page: Page<T>,
  show: (item: T) => JsonObject,
): JsonObject {
  const { items, next, total } = page;
  const Resources = items.map(show);
  const schemas = [schemaIds.list];
  if (from === undefined)
    return { totalResults: total, itemsPerPage: items.length, startIndex: 1, schemas, Resources };
  const nextCursor = next === undefined ? undefined : Buffer.from(`${list}:${next}`).toString('base64');
  return {
    itemsPerPage: items.length,
    ...(nextCursor === undefined ? {} : { nextCursor }),
    schemas,
    Resources,
  };
}

/** A page of what a filter has found. */
export function pageOf<T>(found: readonly T[], { from = 0, count }: Query): Page<T> {
  const items = found.slice(from, from + count);
  const next = from + items.length;
  return { items, total: found.length, next: next < found.length ? next : undefined };
}
