import type { XmlAttribute, XmlElement, XmlNode } from '../model/xml.ts';
import { NS } from './namespaces.ts';

/**
 * The signed content with the places of the document that it came from. `canonical` was parsed from the
 * digested bytes. Where the document's own element says the same, it is given, less the signature itself
 * (so that comments in values stay to be seen); else the canonical one, placed as a whole at the original.
 */
export function placeSignedContent(
  canonical: XmlElement,
  original: XmlElement,
  signature: XmlElement,
): XmlElement {
  const own = { ...original, children: original.children.filter((child) => child !== signature) };
  return sameContent(canonical, own) ? own : moveTo(canonical, original, original.path);
}

/** True when both mean the same: names, attributes, text and elements in order; comments and CDATA aside. */
function sameContent(one: XmlElement, other: XmlElement): boolean {
  if (one.local !== other.local || one.namespace !== other.namespace) return false;
  if (attributeKey(one) !== attributeKey(other)) return false;
  const left = contentOf(one.children);
  const right = contentOf(other.children);
  if (left.length !== right.length) return false;
  return left.every((item, index) => {
    const counterpart = right[index];
    if (typeof item === 'string' || typeof counterpart === 'string') return item === counterpart;
    return counterpart !== undefined && sameContent(item, counterpart);
  });
}

function attributeKey({ attributes }: XmlElement): string {
  const keys = attributes
    .filter(({ namespace }) => namespace !== NS.xmlns)
    .map(({ namespace, local, value }: XmlAttribute) => JSON.stringify([namespace, local, value]));
  return keys.sort().join('\n');
}

/** Elements, and between them runs of text joined across comments and CDATA. */
function contentOf(nodes: readonly XmlNode[]): readonly (string | XmlElement)[] {
  const content: (string | XmlElement)[] = [];
  let run = '';
  for (const node of nodes) {
    if (node.kind === 'text' || node.kind === 'cdata') run += node.text;
    if (node.kind !== 'element') continue;
    content.push(run, node);
    run = '';
  }
  return [...content, run];
}

function moveTo(element: XmlElement, place: XmlElement, path: string): XmlElement {
  const { line, column, start, end } = place;
  const children = element.children.map((child) => {
    if (child.kind !== 'element') return child;
    return moveTo(child, place, path + child.path.slice(element.path.length));
  });
  return { ...element, children, path, line, column, start, end };
}
