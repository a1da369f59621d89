/** A JSON value that remembers where it stood. `at` is the offset of its first character. */
export type JsonNode =
  | { readonly kind: 'object'; readonly at: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly at: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly at: number; readonly value: string }
  /** `value` is the number as written, so that nothing is lost by rounding. */
  | { readonly kind: 'number'; readonly at: number; readonly value: string }
  | { readonly kind: 'boolean'; readonly at: number; readonly value: boolean }
  | { readonly kind: 'null'; readonly at: number };

export interface JsonMember {
  readonly name: string;
  /** Offset of the name's opening quote. */
  readonly at: number;
  readonly value: JsonNode;
}

export interface Position {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column: number;
}

export type JsonReading =
  | { readonly root: JsonNode }
  | { readonly problem: { readonly says: string; readonly at: number } };

const maxDepth = 100;
const quote = 0x22;
const backslash = 0x5c;
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const spacePattern = /[ \t\n\r]*/y;

/** Thrown and caught within this file only. */
class JsonProblem extends Error {
  readonly at: number;
  constructor(says: string, at: number) {
    super(says);
    this.at = at;
  }
}

/** Reads RFC 8259 JSON strictly, with the place of each value; a document that is none is data, not a throw. */
export function readJson(text: string): JsonReading {
  const cursor = { text, at: 0 };
  try {
    const root = readValue(cursor, 0);
    skipSpace(cursor);
    if (cursor.at < text.length) throw unexpected(cursor);
    return { root };
  } catch (error) {
    if (error instanceof JsonProblem) return { problem: { says: error.message, at: error.at } };
    throw error;
  }
}

/** Line and column of an offset into one text. */
export type Locate = (at: number) => Position;

/** Indexes the lines of a text once, so that each place is found fast. */
export function locator(text: string): Locate {
  const starts = [0];
  for (let next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', next + 1)) starts.push(next + 1);
  return (at) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  };
}

/** The last member of this name, or `undefined`; also for a node that is no object. */
export function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  if (node?.kind !== 'object') return undefined;
  return node.members.findLast((member) => member.name === name)?.value;
}

/** One step of a JSON pointer, escaped as RFC 6901 wants. */
export function pointerStep(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

interface Cursor {
  readonly text: string;
  at: number;
}

function readValue(cursor: Cursor, depth: number): JsonNode {
  skipSpace(cursor);
  const at = cursor.at;
  if (depth > maxDepth) throw new JsonProblem(`Values are nested more than ${maxDepth} deep.`, at);
  const first = cursor.text[at];
  if (first === '{') return { kind: 'object', at, members: readMembers(cursor, depth) };
  if (first === '[') return { kind: 'array', at, items: readItems(cursor, depth) };
  if (first === '"') return { kind: 'string', at, value: readString(cursor) };
  if (takeWord(cursor, 'true')) return { kind: 'boolean', at, value: true };
  if (takeWord(cursor, 'false')) return { kind: 'boolean', at, value: false };
  if (takeWord(cursor, 'null')) return { kind: 'null', at };
  const value = match(cursor, numberPattern);
  if (value === undefined) throw unexpected(cursor);
  return { kind: 'number', at, value };
}

function readMembers(cursor: Cursor, depth: number): readonly JsonMember[] {
  const members: JsonMember[] = [];
  cursor.at += 1;
  skipSpace(cursor);
  if (take(cursor, '}')) return members;
  do {
    skipSpace(cursor);
    const at = cursor.at;
    if (cursor.text[at] !== '"') throw unexpected(cursor);
    const name = readString(cursor);
    skipSpace(cursor);
    if (!take(cursor, ':')) throw unexpected(cursor);
    members.push({ name, at, value: readValue(cursor, depth + 1) });
    skipSpace(cursor);
  } while (take(cursor, ','));
  if (!take(cursor, '}')) throw unexpected(cursor);
  return members;
}

function readItems(cursor: Cursor, depth: number): readonly JsonNode[] {
  const items: JsonNode[] = [];
  cursor.at += 1;
  skipSpace(cursor);
  if (take(cursor, ']')) return items;
  do {
    items.push(readValue(cursor, depth + 1));
    skipSpace(cursor);
  } while (take(cursor, ','));
  if (!take(cursor, ']')) throw unexpected(cursor);
  return items;
}

function readString(cursor: Cursor): string {
  const { text, at } = cursor;
  let hasEscape = false;
  for (let index = at + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) {
      cursor.at = index + 1;
      const written = text.slice(at, cursor.at);
      return hasEscape ? unescaped(written, at) : written.slice(1, -1);
    }
    if (code < 0x20) throw new JsonProblem('A control character stands in a string.', index);
    if (code === backslash) {
      hasEscape = true;
      index += 1;
    }
  }
  throw new JsonProblem('A string is not closed.', at);
}

function unescaped(written: string, at: number): string {
  try {
    // JSON.parse of a text that begins and ends with a quote gives a string or throws.
    return JSON.parse(written) as string;
  } catch {
    throw new JsonProblem('A string has an escape that JSON does not know.', at);
  }
}

function skipSpace(cursor: Cursor): void {
  match(cursor, spacePattern);
}

function take(cursor: Cursor, character: string): boolean {
  if (cursor.text[cursor.at] !== character) return false;
  cursor.at += 1;
  return true;
}

function takeWord(cursor: Cursor, word: string): boolean {
  if (!cursor.text.startsWith(word, cursor.at)) return false;
  cursor.at += word.length;
  return true;
}

function match(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  if (found !== undefined) cursor.at += found.length;
  return found;
}

function unexpected({ text, at }: Cursor): JsonProblem {
  const character = text[at];
  if (character === undefined) return new JsonProblem('The document ends too early.', at);
  return new JsonProblem(`“${character}” cannot stand here.`, at);
}
