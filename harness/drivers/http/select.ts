import { tokens } from './html-tokens.ts';

interface Compound {
  readonly tag?: string;
  readonly id?: string;
  readonly classes: readonly string[];
  readonly attributes: readonly (readonly [name: string, value: string | undefined])[];
}

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const empty = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'],
]);

/** Elements that are open at a time; what is nested deeper stands in the deepest of these. */
const deepest = 500;

/**
 * Text of the first element that a selector finds, white space collapsed; of an input, its value. Known are tag, `#id`,
 * `.class`, `[name]` and `[name="value"]`, joined, and descendants by a space.
 * @throws Error for a selector beyond that
 */
export function selectText(html: string, selector: string): string | undefined {
  const path = selector
    .trim()
    .split(/\s+(?![^[]*\])/)
    .map(parseCompound);
  const open: OpenElement[] = [];
  const texts: string[] = [];
  let depth: number | undefined;
  for (const token of tokens(html)) {
    if (token.kind === 'text' && depth !== undefined) texts.push(token.text);
    if (token.kind === 'close') {
      const index = open.findLastIndex(({ name }) => name === token.name);
      if (index >= 0) open.length = index;
      if (depth !== undefined && open.length < depth) break;
    }
    if (token.kind !== 'open') continue;
    const isFound = depth === undefined && fits(token, open, path);
    if (isFound && token.name === 'input') return token.attributes.get('value') ?? '';
    if (!empty.has(token.name) && open.length < deepest) open.push(token);
    if (isFound) depth = open.length;
  }
  return depth === undefined ? undefined : texts.join('').replace(/\s+/g, ' ').trim();
}

/** Whether the element fits the last compound, and the others fit elements that it stands in, in order. */
function fits(element: OpenElement, open: readonly OpenElement[], path: readonly Compound[]): boolean {
  const [wanted, ...ancestors] = path.toReversed();
  if (wanted === undefined || !matches(element, wanted)) return false;
  let rest = open.toReversed();
  for (const one of ancestors) {
    const index = rest.findIndex((above) => matches(above, one));
    if (index < 0) return false;
    rest = rest.slice(index + 1);
  }
  return true;
}

function matches({ name, attributes }: OpenElement, wanted: Compound): boolean {
  const classes = (attributes.get('class') ?? '').split(/\s+/);
  return (
    (wanted.tag === undefined || wanted.tag === name) &&
    (wanted.id === undefined || wanted.id === attributes.get('id')) &&
    wanted.classes.every((one) => classes.includes(one)) &&
    wanted.attributes.every(([key, value]) =>
      value === undefined ? attributes.has(key) : attributes.get(key) === value,
    )
  );
}

function parseCompound(text: string): Compound {
  const pattern = /^(?:\*|[a-z][\w-]*)?(?:#[\w-]+|\.[\w-]+|\[[\w-]+(?:=(?:"[^"]*"|'[^']*'|[\w-]+))?\])*$/i;
  if (text === '' || !pattern.test(text)) throw new Error(`The selector "${text}" is not understood.`);
  const tag = /^[a-z][\w-]*/i.exec(text)?.[0].toLowerCase();
  const outside = text.replace(/\[[^\]]*\]/g, '');
  const id = /#([\w-]+)/.exec(outside)?.[1];
  return {
    ...(tag === undefined ? {} : { tag }),
    ...(id === undefined ? {} : { id }),
    classes: [...outside.matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? ''),
    attributes: [...text.matchAll(/\[([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([\w-]+)))?\]/g)].map(
      ([, name = '', ...values]) =>
        [name.toLowerCase(), values.find((value) => value !== undefined)] as const,
    ),
  };
}
