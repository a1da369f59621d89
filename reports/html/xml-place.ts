import type { Where } from '../../harness/model/check.ts';
import { type Range, tokenize } from './xml-layout.ts';

/**
 * Finds what a finding points at within a message: the attribute, the start tag, or the whole of an element that has
 * only text. Line and column are believed only if the element that the path names stands there; else the snippet is
 * searched for. @returns undefined when neither is found.
 */
export function findPlace(xml: string, where: Where): Range | undefined {
  const { line, column, path } = where;
  if (line === undefined) return findSnippet(xml, where.snippet, 0);
  const start = lineStart(xml, line);
  if (start === undefined) return findSnippet(xml, where.snippet, 0);
  if (column === undefined) return findSnippet(xml, where.snippet, start) ?? wholeLine(xml, start);
  const at = start + column - 1;
  const segments = path.split('/');
  const attribute = segments.at(-1)?.startsWith('@') ? segments.at(-1)?.slice(1) : undefined;
  const named = segments.at(attribute === undefined ? -1 : -2)?.replace(/\[\d+\]$/, '') ?? '';
  if (named === '' || !xml.startsWith(`<${named}`, at)) return findSnippet(xml, where.snippet, start);
  return placeOfElement(xml, at, attribute);
}

function placeOfElement(xml: string, at: number, attribute: string | undefined): Range {
  const [open, second, third] = tokenize(xml.slice(at, at + 20_000));
  const tagEnd = at + (open?.end ?? 1);
  if (attribute !== undefined) return findAttribute(xml, { start: at, end: tagEnd }, attribute);
  if (open?.kind !== 'open') return { start: at, end: tagEnd };
  const close = second?.kind === 'text' ? third : second;
  return { start: at, end: close?.kind === 'close' ? at + close.end : tagEnd };
}

function findAttribute(xml: string, tag: Range, name: string): Range {
  const text = xml.slice(tag.start, tag.end);
  for (const found of text.matchAll(/\s([^\s=<>"'/]+)\s*=\s*(?:"[^"]*"|'[^']*')/g))
    if (found[1] === name)
      return { start: tag.start + found.index + 1, end: tag.start + found.index + found[0].length };
  return tag;
}

function findSnippet(xml: string, snippet: string | undefined, from: number): Range | undefined {
  const wanted = snippet?.replace(/…$/, '').trim();
  if (wanted === undefined || wanted === '') return undefined;
  const at = xml.indexOf(wanted, from);
  const found = at === -1 ? xml.indexOf(wanted) : at;
  return found === -1 ? undefined : { start: found, end: found + wanted.length };
}

/** Line breaks are those of XML: LF, CR LF, or CR alone. */
function lineStart(xml: string, line: number): number | undefined {
  if (line <= 1) return 0;
  let seen = 1;
  for (const found of xml.matchAll(/\r\n|[\r\n]/g)) {
    seen += 1;
    if (seen === line) return found.index + found[0].length;
  }
  return undefined;
}

const longestLine = 400;

function wholeLine(xml: string, start: number): Range | undefined {
  const text = /[^\r\n]*/.exec(xml.slice(start, start + longestLine + 1))?.[0].trimEnd() ?? '';
  return text === '' || text.length > longestLine ? undefined : { start, end: start + text.length };
}
