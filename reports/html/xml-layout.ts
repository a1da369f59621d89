/** A stretch of a text, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One line as shown: a stretch of the message, and how deep it stands. */
export interface Line extends Range {
  readonly depth: number;
}

export interface Layout {
  readonly lines: readonly Line[];
  /** True when line breaks were added for reading; the message itself has none there. */
  readonly broken: boolean;
}

const longestOwnLine = 200;
const deepest = 12;

/**
 * Lays a message out for reading. One that has lines of its own keeps them; one that travels on a single long line is
 * broken before each element. Made for any text, well-formed or not: it reads nothing into it.
 */
export function layOut(xml: string): Layout {
  const own = ownLines(xml);
  return own.some((line) => line.end - line.start > longestOwnLine)
    ? { lines: breakLines(xml), broken: true }
    : { lines: own, broken: false };
}

function ownLines(xml: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const found of xml.matchAll(/\r\n|[\r\n]|$/g)) {
    if (found[0] !== '' || start < found.index) lines.push({ start, end: found.index, depth: 0 });
    start = found.index + found[0].length;
  }
  return lines;
}

type TokenKind = 'open' | 'close' | 'empty' | 'text' | 'other';

export interface Token extends Range {
  readonly kind: TokenKind;
}

const wrapped = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Cuts a text at its tags. A `<` that starts none is text. Takes time in proportion to the length. */
export function tokenize(xml: string): readonly Token[] {
  const tokens: Token[] = [];
  const state: State = { tag: /<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/y, unended: new Set() };
  for (let start = 0; start < xml.length; ) {
    const token = readToken(xml, start, state);
    tokens.push(token);
    start = token.end;
  }
  return tokens;
}

interface State {
  readonly tag: RegExp;
  /** Openings that nothing closes further on, so that they are not looked for again. */
  readonly unended: Set<string>;
}

function readToken(xml: string, start: number, { tag, unended }: State): Token {
  if (xml[start] !== '<') {
    const next = xml.indexOf('<', start);
    return { kind: 'text', start, end: next === -1 ? xml.length : next };
  }
  for (const [opening, closing] of wrapped) {
    if (!xml.startsWith(opening, start) || unended.has(opening)) continue;
    const at = xml.indexOf(closing, start + opening.length);
    if (at !== -1) return { kind: 'other', start, end: at + closing.length };
    unended.add(opening);
  }
  tag.lastIndex = start;
  const found = tag.exec(xml)?.[0];
  if (found === undefined) return { kind: 'text', start, end: start + 1 };
  const kind = found.startsWith('</') ? 'close' : found.endsWith('/>') ? 'empty' : 'open';
  return { kind, start, end: start + found.length };
}

function breakLines(xml: string): readonly Line[] {
  const lines: Line[] = [];
  const tokens = tokenize(xml);
  let depth = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    if (token.kind === 'close') depth = Math.max(depth - 1, 0);
    const leaf = leafEnd(tokens, index);
    const end = leaf === undefined ? token.end : (tokens[leaf]?.end ?? token.end);
    if (token.kind !== 'text' || xml.slice(token.start, end).trim() !== '')
      lines.push({ start: token.start, end, depth: Math.min(depth, deepest) });
    if (leaf !== undefined) index = leaf;
    else if (token.kind === 'open') depth += 1;
  }
  return lines;
}

/** An element without child elements stays on one line: the place of its end tag. */
function leafEnd(tokens: readonly Token[], index: number): number | undefined {
  if (tokens[index]?.kind !== 'open') return undefined;
  const next = tokens[index + 1]?.kind === 'text' ? index + 2 : index + 1;
  return tokens[next]?.kind === 'close' ? next : undefined;
}
