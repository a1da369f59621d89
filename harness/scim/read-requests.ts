import type { ScimExchange, ScimRecord } from '../model/scim-records.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** One request of a client, its parts read. What cannot be read as JSON is `undefined`. */
export interface ScimRequest {
  readonly exchange: ScimExchange;
  /** Place in the record. */
  readonly position: number;
  /** Below the base URL, as sent. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly answer: unknown;
  /** Id in the path; undefined for a collection. */
  readonly id: string | undefined;
}

/** Reads every request of a record, in order. */
export function readRequests({ exchanges }: ScimRecord): readonly ScimRequest[] {
  return exchanges.map((exchange, position) => {
    const [path = '', query = ''] = exchange.target.split(/\?(.*)/s);
    return {
      exchange,
      position,
      path,
      query: new URLSearchParams(query),
      body: parse(exchange.body),
      answer: parse(exchange.answer),
      id: /^\/[A-Za-z]+\/([^/]+)$/.exec(path)?.[1],
    };
  });
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one where it is none. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The value as a list; an empty one where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Value of an attribute by its name in any case (RFC 7643, section 2.1). */
export function attributeOf(value: unknown, name: string): unknown {
  const lower = name.toLowerCase();
  return Object.entries(objectOf(value)).find(([key]) => key.toLowerCase() === lower)?.[1];
}

/** The text at a path of names, for example `name.givenName`. */
export function textAt(value: unknown, path: string): string | undefined {
  const found = path.split('.').reduce(attributeOf, value);
  return typeof found === 'string' ? found : undefined;
}
