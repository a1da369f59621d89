import type { Element } from '../../core/saml/xml.ts';

/** Characters that may be looked at again; more would keep the machine busy for minutes. */
const budget = 3_000_000_000;

/**
 * Parses as careless parsers do: every character is checked by itself, and the line of every tag is found by counting
 * from the beginning. That costs nothing for an honest message and grows with the square of a large one.
 */
export async function parseSlowly(text: string, parse: () => Element | Promise<Element>): Promise<Element> {
  checkCharacters(text);
  countLines(text);
  return parse();
}

function checkCharacters(text: string): number {
  const isOdd = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/;
  const isName = /[\p{L}\p{N}_:.-]/u;
  let odd = 0;
  let names = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isOdd.test(character)) odd += 1;
    if (isName.test(character)) names += 1;
  }
  return odd + names;
}

function countLines(text: string): number {
  let spent = 0;
  let lines = 0;
  for (let at = text.search(/[<=]/); at >= 0 && spent < budget; ) {
    lines = 0;
    for (
      let back = text.lastIndexOf('\n', at);
      back >= 0;
      back = back === 0 ? -1 : text.lastIndexOf('\n', back - 1)
    )
      lines += 1;
    spent += at;
    const tag = text.indexOf('<', at + 1);
    const value = text.indexOf('=', at + 1);
    at = tag < 0 ? value : value < 0 ? tag : Math.min(tag, value);
  }
  return lines;
}
