import { shortenMiddle, visibleLine } from './text.ts';

const longestValue = 300;

/**
 * A text as inline prose: nothing in it is taken as markup, HTML, a table's border, a list, a mention, an issue number or
 * an address. Numeric entities do what a backslash cannot for `@`, `#` and `:`.
 */
export function prose(text: string): string {
  return visibleLine(text).replace(markup, (found) => found.replace(/[^a-z0-9\s]/i, entity));
}

const markup = /[\\`*_{}[\]<>#!|~@&$]|:(?=\/)|www\.|^\s*(?:[-+=]|\d+[.)])/gi;

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** A text as inline code; in tables too, where a vertical bar would end the cell even inside of code. */
export function code(text: string): string {
  const line = shortenMiddle(visibleLine(text), longestValue);
  if (line.includes('|') || line.trim() === '') return `<code>${prose(line)}</code>`;
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map((run) => run.length)));
  const pad =
    line.startsWith('`') || line.endsWith('`') || (line.startsWith(' ') && line.endsWith(' ')) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Joins lines up to a length; what does not fit is replaced by a note. */
export function fitLines(lines: readonly string[], longest: number, note: string): string {
  const whole = `${lines.join('\n')}\n`;
  if (whole.length <= longest) return whole;
  let length = note.length + 3;
  const kept = lines.slice(
    0,
    lines.findIndex((line) => {
      length += line.length + 1;
      return length > longest;
    }),
  );
  return `${kept.join('\n')}\n\n${note}\n`;
}
