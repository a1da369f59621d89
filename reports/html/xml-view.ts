import { shortenMiddle } from '../text.ts';
import { type Content, type Html, html } from './markup.ts';
import { type Line, layOut, type Range } from './xml-layout.ts';

/** A marked stretch of a message, with the fragment under which the page can show it. */
export interface Mark extends Range {
  readonly id?: string;
}

const context = 3;
const longestQuietText = 120;
/** Messages beyond it are cut: a page must open also when a target sent megabytes. */
const longestMessage = 200_000;

/** The lines round a marked stretch, tags and attributes told apart, long values cut in the middle. */
export function showExcerpt(xml: string, mark: Mark): Html {
  const from = Math.max(0, mark.start - longestMessage / 2);
  const part = xml.slice(from, from + longestMessage);
  const shifted = { start: mark.start - from, end: mark.end - from };
  const { lines } = layOut(part);
  const first = lines.findIndex(({ end }) => end > shifted.start);
  const last = lines.findLastIndex(({ start }) => start < shifted.end);
  const top = Math.max(0, first - context);
  const shown = lines.slice(top, last + context + 1);
  const least = Math.min(...shown.map(({ depth }) => depth));
  return html`${top > 0 && html`<span class="cut">⋯</span>\n`}${shown.map((line) =>
    showLine(part, { ...line, depth: line.depth - least }, [shifted], colourful),
  )}${last + context + 1 < lines.length && html`<span class="cut">⋯</span>`}`;
}

/** A whole message with every marked stretch. */
export function showMessage(
  xml: string,
  marks: readonly Mark[],
): { readonly body: Html; readonly note: string } {
  const part = xml.slice(0, longestMessage);
  const { lines, broken } = layOut(part);
  const notes = [
    broken ? 'Line breaks are added for reading; the evidence has the message as it travelled.' : '',
    part.length < xml.length ? `Only the first ${part.length} of ${xml.length} characters are shown.` : '',
  ];
  return {
    body: html`${lines.map((line) => showLine(part, line, marks, (text) => text))}`,
    note: notes.filter((note) => note !== '').join(' '),
  };
}

/** Joins stretches that overlap, so that marks never nest. Each keeps the first one's id. */
export function mergeMarks(marks: readonly Mark[]): readonly Mark[] {
  const merged: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last !== undefined && mark.start < last.end)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, mark.end) };
    else merged.push(mark);
  }
  return merged;
}

type Show = (text: string, marked: boolean) => Content;

function showLine(xml: string, line: Line, marks: readonly Mark[], show: Show): Html {
  const pieces: Content[] = [];
  let at = line.start;
  for (const mark of marks) {
    const start = Math.max(mark.start, line.start);
    const end = Math.min(mark.end, line.end);
    if (start >= end) continue;
    const id = mark.start >= line.start && mark.id !== undefined && html` id="${mark.id}" tabindex="-1"`;
    pieces.push(
      show(xml.slice(at, start), false),
      html`<mark${id}>${show(xml.slice(start, end), true)}</mark>`,
    );
    at = end;
  }
  pieces.push(show(xml.slice(at, line.end), false));
  return html`${'  '.repeat(line.depth)}${pieces}\n`;
}

const parts = /(<\/?[\w:.-]+|\/?>)|([\w:.-]+)(=)("[^"]*"|'[^']*')/g;

/** Tells tags, attribute names and values apart by colour. */
function colourful(text: string, marked: boolean): Content {
  const pieces: Content[] = [];
  const quiet = (value: string) => (marked ? value : shortenMiddle(value, longestQuietText));
  let at = 0;
  for (const found of text.matchAll(parts)) {
    pieces.push(quiet(text.slice(at, found.index)));
    const [whole, tag, name, equals, value = ''] = found;
    if (tag !== undefined) pieces.push(html`<span class="tag">${tag}</span>`);
    else
      pieces.push(html`<span class="name">${name}</span>${equals}<span class="value">${quiet(value)}</span>`);
    at = found.index + whole.length;
  }
  return [...pieces, quiet(text.slice(at))];
}
