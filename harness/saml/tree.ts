import type { Where } from '../model/check.ts';
import type { ArtifactName } from '../model/evidence.ts';
import type { TextReading } from '../model/readings.ts';
import type { XmlDocument, XmlElement } from '../model/xml.ts';

/** Child elements in order; of one namespace and local name, if given. */
export function childrenOf(element: XmlElement, namespace?: string, local?: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    if (namespace !== undefined && child.namespace !== namespace) continue;
    if (local !== undefined && child.local !== local) continue;
    found.push(child);
  }
  return found;
}

/** The first child element of that name; `undefined` when there is none. */
export function childOf(element: XmlElement, namespace: string, local: string): XmlElement | undefined {
  for (const child of element.children) {
    if (child.kind === 'element' && child.namespace === namespace && child.local === local) return child;
  }
  return undefined;
}

/** Value of an unprefixed attribute; `undefined` when it is absent. */
export function attr(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((each) => each.namespace === '' && each.local === name)?.value;
}

/** Value of an attribute in a namespace, such as xsi:type; `undefined` when it is absent. */
export function attrNs(element: XmlElement, namespace: string, local: string): string | undefined {
  return element.attributes.find((each) => each.namespace === namespace && each.local === local)?.value;
}

/** Text and CDATA directly inside, joined. Comments never split a value; nothing is trimmed. */
export function textOf(element: XmlElement): TextReading {
  let text = '';
  const oddities: string[] = [];
  for (const child of element.children) {
    if (child.kind === 'text' || child.kind === 'cdata') text += child.text;
    if (child.kind !== 'text') oddities.push(child.kind);
  }
  return { element, text, oddities };
}

/** The element itself and all elements below it, in document order. */
export function* descendants(element: XmlElement): Generator<XmlElement, void, undefined> {
  const waiting: XmlElement[] = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let index = next.children.length - 1; index >= 0; index -= 1) {
      const child = next.children[index];
      if (child?.kind === 'element') waiting.push(child);
    }
  }
}

/**
 * XPath to an element by position alone, which neither names nor repeated IDs can mislead; `undefined`
 * when it is not below `from`, which must be the root.
 */
export function stepsTo(from: XmlElement, wanted: XmlElement): string | undefined {
  const visit = (element: XmlElement, steps: string): string | undefined => {
    if (element === wanted) return steps;
    for (const [index, child] of childrenOf(element).entries()) {
      const below = visit(child, `${steps}/*[${index + 1}]`);
      if (below !== undefined) return below;
    }
    return undefined;
  };
  return visit(from, '/*');
}

/** Offset just past the `>` of an element's start tag in the document's text. */
export function startTagEnd(text: string, element: XmlElement): number {
  let quote = '';
  for (let at = element.start; at < element.end; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return element.end;
}

const longestSnippet = 400;

/**
 * Where an element (or one of its attributes) stands, for a finding. With the document, also the
 * lines themselves: the whole element if short, else its start tag, else its first 400 characters.
 */
export function locate(
  artifact: ArtifactName,
  element: XmlElement,
  document?: XmlDocument,
  options: { readonly attribute?: string } = {},
): Where {
  const path = options.attribute === undefined ? element.path : `${element.path}/@${options.attribute}`;
  const where = { artifact, path, line: element.line, column: element.column };
  const snippet = document === undefined ? '' : snippetOf(element, document.text);
  return snippet === '' ? where : { ...where, snippet };
}

function snippetOf(element: XmlElement, text: string): string {
  const whole = text.slice(element.start, element.end);
  if (whole.length <= longestSnippet) return whole;
  const opening = text.slice(element.start, startTagEnd(text, element));
  if (opening.length < longestSnippet)
    return element.children[0]?.kind === 'element' ? `${opening}…` : cut(whole);
  return cut(opening);
}

function cut(text: string): string {
  return `${text.slice(0, longestSnippet - 1)}…`;
}
