import type { XmlAttribute, XmlElement } from '../model/xml.ts';
import { type CanonicalForm, canonicalize, type Part } from './canonical.ts';
import { ALG, NS } from './namespaces.ts';
import { readPlain } from './parse-own.ts';
import { childrenOf, descendants } from './tree.ts';

/**
 * Canonical text of a part of a message that is signed here: what `canonicalize` gives, sooner for exclusive form of a
 * plain document. What comes from a target is never brought into canonical form by this.
 * @throws NotSignable as `canonicalize` does
 */
export function canonicalizeOwn(text: string, part: Part, form: CanonicalForm): string {
  const isExclusive = form.algorithm === ALG.excC14n || form.algorithm === ALG.excC14nWithComments;
  const root = isExclusive && form.prefixes.length === 0 ? readPlain(text) : undefined;
  if (root === undefined || !hasAbsoluteNamespaces(root)) return canonicalize(text, part, form);
  const element = elementAt(root, part.element ?? '/*');
  const without = part.without === undefined ? undefined : elementAt(root, part.without);
  const isFound = element !== undefined && (part.without === undefined || without !== undefined);
  if (!isFound || without === element) return canonicalize(text, part, form);
  return write(element, without, new Map());
}

const absolute = /^[A-Za-z][A-Za-z0-9+.-]*:[\w\-.~:/?#@!$()*+,;=]*$/;

/** Others have no canonical form, or are no URIs (Canonical XML 1.0, 1.3), or an ampersand: libxml2 has the say on them. */
function hasAbsoluteNamespaces(root: XmlElement): boolean {
  for (const { attributes } of descendants(root))
    for (const { namespace, value } of attributes)
      if (namespace === NS.xmlns && value !== '' && !absolute.test(value)) return false;
  return true;
}

/** Follows steps by position alone, for example `/*` and `[3]` of the children of its second child. */
function elementAt(root: XmlElement, steps: string): XmlElement | undefined {
  if (!/^\/\*(?:\/\*\[\d+\])*$/.test(steps)) return undefined;
  const positions = [...steps.matchAll(/\[(\d+)\]/g)].map(([, position]) => Number(position));
  return positions.reduce<XmlElement | undefined>(
    (element, position) => element && childrenOf(element)[position - 1],
    root,
  );
}

/** Exclusive XML Canonicalization 1.0, section 3. @param outer what output ancestors declare, prefix → URI */
function write(
  element: XmlElement,
  without: XmlElement | undefined,
  outer: ReadonlyMap<string, string>,
): string {
  const { name, prefix, namespace } = element;
  const attributes = element.attributes.filter((one) => one.namespace !== NS.xmlns);
  const used = new Map([[prefix, namespace], ...attributes.flatMap(usedBy)]);
  const declared = [...used]
    .filter(([key, uri]) => key !== 'xml' && (outer.get(key) ?? '') !== uri)
    .sort(([one], [other]) => compare(one, other));
  const inner = declared.length === 0 ? outer : new Map([...outer, ...declared]);
  const declarations = declared.map(
    ([key, uri]) => ` ${key === '' ? 'xmlns' : `xmlns:${key}`}="${escapeValue(uri)}"`,
  );
  const values = attributes
    .sort((one, other) => compare(one.namespace, other.namespace) || compare(one.local, other.local))
    .map((one) => ` ${one.name}="${escapeValue(one.value)}"`);
  let inside = '';
  for (const child of element.children) {
    if (child === without) continue;
    inside += child.kind === 'element' ? write(child, without, inner) : escapeText(child.text);
  }
  return `<${name}${declarations.join('')}${values.join('')}>${inside}</${name}>`;
}

/** An attribute without prefix is in no namespace, so that it uses none. */
function usedBy({ prefix, namespace }: XmlAttribute): readonly (readonly [string, string])[] {
  return prefix === '' ? [] : [[prefix, namespace]];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function escapeValue(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
