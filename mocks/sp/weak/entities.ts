import { Refusal } from '../../core/saml/refusal.ts';

export interface ExpandOptions {
  /** Characters after which nothing more is expanded. */
  readonly maxLength: number;
  /** Reads external entities; without it they are empty. */
  readonly fetchText?: (url: string) => Promise<string | undefined>;
}

interface Declared {
  /** Replacement texts of general entities. */
  readonly general: Map<string, string>;
  readonly parameter: Map<string, string>;
  /** Element, attribute, default value. */
  readonly defaults: (readonly [element: string, attribute: string, value: string])[];
}

const declaration =
  /<!ENTITY\s+(%\s+)?([\w.:-]+)\s+(?:(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+("[^"]*"|'[^']*')[^>]*|("[^"]*"|'[^']*')\s*)>|<!ATTLIST\s+([\w.:-]+)\s+([\w.:-]+)\s+\w+\s+(?:#FIXED\s+)?("[^"]*"|'[^']*')\s*>|%([\w.:-]+);/g;

/** A document without its DOCTYPE, with all that it declared put in its place (XML 1.0, 4.4). */
export async function expandEntities(text: string, options: ExpandOptions): Promise<string> {
  const start = text.indexOf('<!DOCTYPE');
  if (start < 0) return text;
  const { end, subset, external } = findEnd(text, start);
  const declared: Declared = { general: new Map(), parameter: new Map(), defaults: [] };
  if (external !== undefined) await read((await options.fetchText?.(external)) ?? '', declared, options, 0);
  await read(subset, declared, options, 0);
  const rest = text.slice(0, start) + text.slice(end);
  return withDefaults(expand(rest, declared.general, options.maxLength), declared.defaults);
}

function findEnd(text: string, start: number) {
  const head =
    /^<!DOCTYPE\s+[^\s[>]+\s*((?:SYSTEM|PUBLIC)[^[>]*)?/.exec(text.slice(start, start + 4_000))?.[0] ?? '';
  const external = /(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+["']([^"']*)["']/.exec(head)?.[1];
  const at = start + head.length;
  if (text[at] === '>') return { end: at + 1, subset: '', external };
  const close = /\]\s*>/.exec(text.slice(at));
  if (text[at] !== '[' || close === null) throw new Refusal('Document type declaration has no end');
  return { end: at + close.index + close[0].length, subset: text.slice(at + 1, at + close.index), external };
}

async function read(
  subset: string,
  declared: Declared,
  options: ExpandOptions,
  depth: number,
): Promise<void> {
  if (depth > 8) return;
  for (const found of subset.matchAll(declaration)) {
    const [, isParameter, name = '', system, value, element, attribute, byDefault, reference] = found;
    if (reference !== undefined) {
      await read(declared.parameter.get(reference) ?? '', declared, options, depth + 1);
    } else if (element !== undefined) {
      declared.defaults.push([element, attribute ?? '', bare(byDefault)]);
    } else {
      const text = system === undefined ? bare(value) : ((await options.fetchText?.(bare(system))) ?? '');
      const map = isParameter === undefined ? declared.general : declared.parameter;
      if (!map.has(name)) map.set(name, text);
    }
  }
}

function bare(quoted: string | undefined): string {
  return (quoted ?? '').slice(1, -1);
}

/** Replaces references wherever they stand, those inside replacement texts too, one after the other. */
function expand(text: string, general: ReadonlyMap<string, string>, maxLength: number): string {
  if (general.size === 0) return text;
  const out = createSink(maxLength);
  const short = new Map<string, string | undefined>();
  const expandShort = (name: string, depth: number): string | undefined => {
    if (short.has(name) || depth > 4) return short.get(name);
    const expanded = (general.get(name) ?? '').replace(
      /&([\w.:-]+);/g,
      (all, inner: string) => (general.has(inner) ? expandShort(inner, depth + 1) : undefined) ?? all,
    );
    const isShort = expanded.length < 4_000 && !/&[\w.:-]+;/.test(expanded);
    short.set(name, isShort ? expanded : undefined);
    return short.get(name);
  };
  const write = (part: string, depth: number) => {
    if (!part.includes('&')) return out.write(part, depth === 0);
    let at = 0;
    for (const found of part.matchAll(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|&([\w.:-]+);/g)) {
      const [whole, name] = found;
      const replacement = name === undefined ? undefined : (expandShort(name, 0) ?? general.get(name));
      if (replacement === undefined) continue;
      out.write(part.slice(at, found.index));
      if (depth < 32 && !out.isFull()) write(replacement, depth + 1);
      at = found.index + whole.length;
    }
    out.write(part.slice(at), depth === 0);
  };
  write(text, 0);
  return out.text();
}

/** Collects text up to a size; what is written at the outermost level is kept in any case, so that markup stays whole. */
function createSink(maxLength: number) {
  const chunks: string[] = [];
  let chunk = '';
  let length = 0;
  return {
    isFull: () => length >= maxLength,
    write: (part: string, always = false) => {
      if (!always && length >= maxLength) return;
      length += part.length;
      chunk += part;
      if (chunk.length < 65_536) return;
      chunks.push(chunk);
      chunk = '';
    },
    text: () => chunks.join('') + chunk,
  };
}

function withDefaults(text: string, defaults: Declared['defaults']): string {
  return defaults.reduce(
    (changed, [element, attribute, value]) =>
      changed.replace(new RegExp(`<${element}(?=[\\s/>])([^>]*)`, 'g'), (tag: string) =>
        new RegExp(`\\s${attribute}\\s*=`).test(tag)
          ? tag
          : tag.replace(/\s*\/?$/, (end) => ` ${attribute}="${value}"${end}`),
      ),
    text,
  );
}
