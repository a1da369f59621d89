import { must } from '../../core/saml/refusal.ts';
import type { Element } from '../../core/saml/xml.ts';

/** Characters that may be looked at again; more would keep the machine busy for minutes. */
const budget = 1_500_000_000;

/**
 * Parses as careless parsers do: every character is checked by itself, and the line of every tag is found by counting
 * from the beginning. That costs nothing for an honest message and grows with the square of a large one.
 */
export async function parseSlowly(text: string, parse: () => Element | Promise<Element>): Promise<Element> {
  must(text.startsWith('<'), 'Message does not begin with a tag');
  checkCharacters(text);
  countLines(text);
  return parse();
}

function checkCharacters(text: string): void {
  const allowed = /[\t\n\r\u0020-\ud7ff\ue000-\ufffd]/u;
  const inNames = /[\p{L}\p{N}_:.-]/u;
  let names = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (!allowed.test(character)) names -= 1;
    if (inNames.test(character)) names += 1;
  }
  must(names <= text.length, 'There are more names than characters');
}

/** Looks for line breaks from the beginning for each tag and each value anew. */
function countLines(text: string): void {
  let spent = 0;
  let lines = 0;
  for (const { index } of text.matchAll(/[<=]/g)) {
    if (spent > budget) break;
    lines = Math.max(lines, linesBefore(text, index));
    spent += index;
  }
  must(lines < text.length, 'There are more lines than characters');
}

function linesBefore(text: string, end: number): number {
  let lines = 1;
  for (let at = text.lastIndexOf('\n', end); at > 0; at = text.lastIndexOf('\n', at - 1)) lines += 1;
  return lines;
}
