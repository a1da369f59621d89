import type { Place } from './input.ts';

export interface CsvCell extends Place {
  readonly value: string;
}

export type CsvReading =
  | { readonly rows: readonly (readonly CsvCell[])[] }
  | { readonly problem: Place & { readonly says: string } };

/**
 * Reads comma-separated values (RFC 4180) with the place of each; empty lines are left out. What is none is data with
 * its place, never a throw.
 */
export function readCsv(text: string): CsvReading {
  const cursor: Cursor = { text, at: 0, line: 1, lineStart: 0 };
  const rows: CsvCell[][] = [];
  let row: CsvCell[] = [];
  while (cursor.at < text.length || row.length > 0) {
    const cell = text[cursor.at] === '"' ? readQuoted(cursor) : readPlain(cursor);
    if ('says' in cell) return { problem: cell };
    row.push(cell);
    if (text[cursor.at] === ',') {
      cursor.at += 1;
      continue;
    }
    if (row.length > 1 || row[0]?.value !== '') rows.push(row);
    row = [];
    skipLineBreak(cursor);
  }
  return { rows };
}

interface Cursor {
  readonly text: string;
  at: number;
  line: number;
  lineStart: number;
}

type Cell = CsvCell | (Place & { readonly says: string });

const plainEnd = /[",\r\n]|$/g;

function readPlain(cursor: Cursor): Cell {
  const place = placeOf(cursor);
  plainEnd.lastIndex = cursor.at;
  const end = plainEnd.exec(cursor.text)?.index ?? cursor.text.length;
  const value = cursor.text.slice(cursor.at, end);
  cursor.at = end;
  if (cursor.text[end] !== '"') return { value, ...place };
  return { ...placeOf(cursor), says: 'A quote stands inside a value that does not begin with one.' };
}

function readQuoted(cursor: Cursor): Cell {
  const { text } = cursor;
  const place = placeOf(cursor);
  let value = '';
  for (let from = cursor.at + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { ...place, says: 'A quoted value is not closed.' };
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      countLines(cursor, cursor.at, quote);
      cursor.at = quote + 1;
      break;
    }
    value += '"';
    from = quote + 2;
  }
  const next = text[cursor.at];
  if (next === undefined || next === ',' || next === '\r' || next === '\n') return { value, ...place };
  return { ...placeOf(cursor), says: 'After the closing quote of a value comes a comma or a new line.' };
}

function countLines(cursor: Cursor, from: number, to: number): void {
  for (let at = cursor.text.indexOf('\n', from); at >= 0 && at < to; at = cursor.text.indexOf('\n', at + 1)) {
    cursor.line += 1;
    cursor.lineStart = at + 1;
  }
}

function skipLineBreak(cursor: Cursor): void {
  if (cursor.at >= cursor.text.length) return;
  cursor.at += cursor.text.startsWith('\r\n', cursor.at) ? 2 : 1;
  cursor.line += 1;
  cursor.lineStart = cursor.at;
}

function placeOf({ at, line, lineStart }: Cursor): Place {
  return { line, column: at - lineStart + 1 };
}
