/** A piece of a page, in order. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  /** What stands between the tags of an element whose content is not markup; follows its `open`. */
  | { readonly kind: 'raw'; readonly name: string; readonly text: string };

/** Elements whose content is text up to their own end tag. With scripts on, that is so for noscript, too. */
const rawText = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'template']);

/** Takes a page apart leniently, as browsers do. Each character is looked at a bounded number of times; never throws. */
export function* tokens(html: string): Generator<HtmlToken, void, undefined> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open !== at)
      yield { kind: 'text', text: decodeEntities(html.slice(at, open < 0 ? undefined : open)) };
    if (open < 0) return;
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const tag = readTag(html, open);
    at = tag?.end ?? open + 1;
    if (tag === undefined) yield { kind: 'text', text: '<' };
    else if (tag.name === '') continue;
    else if (tag.closing) yield { kind: 'close', name: tag.name };
    else {
      yield { kind: 'open', name: tag.name, attributes: tag.attributes };
      if (!rawText.has(tag.name)) continue;
      const end = findEnd(html, tag.name, at);
      yield { kind: 'raw', name: tag.name, text: html.slice(at, end) };
      at = end;
    }
  }
}

interface Tag {
  /** Lower-case; empty for a declaration or a bogus comment. */
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
}

function readTag(html: string, open: number): Tag | undefined {
  const head = /^<(\/?)([a-z][^\s/>]*)/i.exec(html.slice(open, open + 80));
  if (head === null) {
    if (!/^<[!?/]/.test(html.slice(open, open + 2))) return undefined;
    const end = html.indexOf('>', open);
    return { name: '', closing: true, attributes: new Map(), end: end < 0 ? html.length : end + 1 };
  }
  const attributes = new Map<string, string>();
  const pattern = /[\s/]*(?:(>)|([^\s=>/]+|=[^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?)/y;
  pattern.lastIndex = open + head[0].length;
  for (;;) {
    const match = pattern.exec(html);
    if (match === null || match[1] !== undefined) {
      const end = match === null ? html.length : pattern.lastIndex;
      return { name: (head[2] ?? '').toLowerCase(), closing: head[1] === '/', attributes, end };
    }
    const key = (match[2] ?? '').toLowerCase();
    // The first of two attributes with the same name counts.
    if (!attributes.has(key)) attributes.set(key, decodeEntities(match[3] ?? match[4] ?? match[5] ?? ''));
  }
}

function findEnd(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  colon: ':',
  sol: '/',
  equals: '=',
  plus: '+',
};

/** Character references by number, and the names that addresses and SAML messages are written with. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));?/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0x10ffff || code === 0 ? '\ufffd' : String.fromCodePoint(code);
  });
}
