import type { XmlAttribute, XmlDocument, XmlElement, XmlNode } from '../model/xml.ts';
import { metadataLimits } from './limits.ts';
import { NS } from './namespaces.ts';
import { parseXml } from './parse.ts';

/**
 * Reads a message that is made here, on its way from one edit to the next. Gives just what `parseXml` gives, sooner: a
 * document of nothing but elements, attributes and text is read by a short reader, any other by the strict parser. What
 * comes from a target is never read by this.
 */
export function parseOwn(text: string): XmlDocument {
  const root = readPlain(text);
  return root === undefined ? parseXml(text, metadataLimits) : { text, root, problems: [] };
}

/** Longer, deeper or richer documents are for the strict parser, whose limits are beyond these. */
const most = { length: 200_000, depth: 40, nodes: 4_000 } as const;

/** Characters that need no care; what is not one of these, or begins something else than a tag, is not plain. */
const careful =
  /[^\t\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufdcf]|<[!?]|\]\]>|&(?!(?:amp|lt|gt|quot|apos|#\d{2,5});)/;
const nameAt = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y;
const attributeAt =
  /[ \t\n]+([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)[ \t\n]*=[ \t\n]*(?:"([^"<\t\n]*)"|'([^'<\t\n]*)')/y;
const tagEndAt = /[ \t\n]*(\/?)>/y;
const endTagAt = /<\/([A-Za-z_][\w.:-]*)[ \t\n]*>/y;

interface Open {
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlNode[];
  readonly path: string;
  readonly start: number;
  readonly scope: Scope;
  readonly counts: Map<string, number>;
}

/** Prefix → URI, the default namespace under the empty prefix. */
type Scope = ReadonlyMap<string, string>;

/** The root of a plain document; undefined for every other, well-formed or not. */
export function readPlain(text: string): XmlElement | undefined {
  if (text.length > most.length || text.charCodeAt(0) !== 0x3c || careful.test(text)) return undefined;
  const placeOf = placesIn(text);
  const stack: Open[] = [];
  let nodes = 0;
  let at = 0;
  for (;;) {
    const parent = stack.at(-1);
    if (text.charCodeAt(at) !== 0x3c) {
      const next = text.indexOf('<', at);
      if (next < 0 || parent === undefined) return undefined;
      const value = decode(text.slice(at, next));
      if (value === undefined) return undefined;
      parent.children.push({ kind: 'text', text: value });
      nodes += 1;
      at = next;
    } else if (text.charCodeAt(at + 1) === 0x2f) {
      endTagAt.lastIndex = at;
      const match = endTagAt.exec(text);
      const open = stack.pop();
      if (match === null || open === undefined || match[1] !== open.name) return undefined;
      at = endTagAt.lastIndex;
      const element = close(open, at, placeOf);
      const above = stack.at(-1);
      if (above === undefined) return isOver(text, at) ? element : undefined;
      above.children.push(element);
    } else {
      const tag = readTag(text, at, parent);
      if (tag === undefined) return undefined;
      nodes += 1 + tag.open.attributes.length;
      at = tag.end;
      if (tag.isEmpty) {
        const element = close(tag.open, at, placeOf);
        if (parent === undefined) return isOver(text, at) ? element : undefined;
        parent.children.push(element);
      } else stack.push(tag.open);
    }
    if (nodes > most.nodes || stack.length > most.depth) return undefined;
  }
}

interface Tag {
  readonly open: Open;
  readonly end: number;
  readonly isEmpty: boolean;
}

function readTag(text: string, start: number, parent: Open | undefined): Tag | undefined {
  nameAt.lastIndex = start + 1;
  const name = nameAt.exec(text)?.[0];
  if (name === undefined) return undefined;
  let at = nameAt.lastIndex;
  const written: [name: string, value: string][] = [];
  for (;;) {
    attributeAt.lastIndex = at;
    const match = attributeAt.exec(text);
    if (match === null) break;
    const value = decode(match[2] ?? match[3] ?? '');
    if (value === undefined) return undefined;
    written.push([match[1] ?? '', value]);
    at = attributeAt.lastIndex;
  }
  tagEndAt.lastIndex = at;
  const end = tagEndAt.exec(text);
  if (end === null) return undefined;
  const scope = scopeOf(written, parent?.scope ?? none);
  const attributes = scope && resolveAttributes(written, scope);
  const [prefix, local] = split(name);
  const namespace = scope?.get(prefix) ?? (prefix === '' ? '' : undefined);
  if (scope === undefined || attributes === undefined || namespace === undefined) return undefined;
  const position = (parent?.counts.get(name) ?? 0) + 1;
  parent?.counts.set(name, position);
  const path = parent === undefined ? `/${name}` : `${parent.path}/${name}[${position}]`;
  const open = {
    name,
    prefix,
    local,
    namespace,
    attributes,
    children: [],
    path,
    start,
    scope,
    counts: new Map(),
  };
  return { open, end: tagEndAt.lastIndex, isEmpty: end[1] === '/' };
}

const none: Scope = new Map();
const reserved: readonly string[] = [NS.xml, NS.xmlns];

/** The declarations of a tag on those around it; undefined for odd ones. */
function scopeOf(written: readonly (readonly [string, string])[], outer: Scope): Scope | undefined {
  let scope: Map<string, string> | undefined;
  for (const [name, value] of written) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name.slice(6);
    const isOdd =
      prefix === 'xml' || prefix === 'xmlns' || reserved.includes(value) || value !== value.trim();
    if (isOdd || (prefix !== '' && value === '')) return undefined;
    scope ??= new Map(outer);
    scope.set(prefix, value);
  }
  return scope ?? outer;
}

function resolveAttributes(
  written: readonly (readonly [string, string])[],
  scope: Scope,
): readonly XmlAttribute[] | undefined {
  const attributes: XmlAttribute[] = [];
  for (const [name, value] of written) {
    const isDeclaration = name === 'xmlns' || name.startsWith('xmlns:');
    const [prefix, local] = split(name);
    const found = isDeclaration
      ? NS.xmlns
      : prefix === ''
        ? ''
        : prefix === 'xml'
          ? NS.xml
          : scope.get(prefix);
    // A name of two namespaces, or the same one twice, is for the strict parser to judge.
    if (found === undefined) return undefined;
    if (attributes.some((one) => one.local === local && one.namespace === found)) return undefined;
    attributes.push({ name, prefix, local, namespace: found, value });
  }
  return attributes;
}

function split(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** References resolved; undefined where one is to a character that needs care. */
function decode(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isPlain = true;
  const decoded = text.replace(/&(?:#(\d+)|(\w+));/g, (_all, number: string | undefined, name = '') => {
    const code = Number(number);
    if (number !== undefined && (code < 0x20 || (code > 0x7e && code < 0xa0) || code > 0xd7ff))
      isPlain = false;
    return number === undefined ? (entities[name] ?? '') : String.fromCharCode(code);
  });
  return isPlain ? decoded : undefined;
}

function isOver(text: string, at: number): boolean {
  return /^[ \t\n]*$/.test(text.slice(at));
}

type PlaceOf = (offset: number) => { readonly line: number; readonly column: number };

function placesIn(text: string): PlaceOf {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const line = starts.length === 1 ? 1 : starts.findLastIndex((start) => start <= offset) + 1;
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}

function close(open: Open, end: number, placeOf: PlaceOf): XmlElement {
  const { name, prefix, local, namespace, attributes, children, path, start } = open;
  const place = placeOf(start);
  return {
    kind: 'element',
    name,
    prefix,
    local,
    namespace,
    attributes,
    children,
    path,
    ...place,
    start,
    end,
  };
}
