import { SaxesParser } from 'saxes';
import { findXmlProblem } from '../../core/well-formed.ts';

export const ns = {
  saml: 'urn:oasis:names:tc:SAML:2.0:assertion',
  samlp: 'urn:oasis:names:tc:SAML:2.0:protocol',
  md: 'urn:oasis:names:tc:SAML:2.0:metadata',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  excC14n: 'http://www.w3.org/2001/10/xml-exc-c14n#',
} as const;

/** An element as parsed strictly, with its parent. */
export interface Element {
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly { readonly name: string; readonly local: string; readonly value: string }[];
  readonly children: readonly Element[];
  readonly parent?: Element;
  /** Its own text without that of its children; comments take nothing away from it. */
  readonly text: string;
  /** True when a comment or processing instruction stands directly inside. */
  readonly hasNote: boolean;
}

type Growing = { -readonly [K in keyof Element]: Element[K] } & { children: Growing[]; parent?: Growing };

/** Parses a text that has no DOCTYPE and is well-formed; else says why it cannot be. */
export function parse(text: string): Element | { readonly problem: string } {
  const problem = findXmlProblem(text);
  if (problem !== undefined) return { problem };
  let root: Growing | undefined;
  let open: Growing | undefined;
  const addText = (more: string) => {
    if (open !== undefined) open.text += more;
  };
  const addNote = () => {
    if (open !== undefined) open.hasNote = true;
  };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    const element: Growing = {
      local: tag.local,
      namespace: tag.uri,
      attributes: Object.values(tag.attributes).map(({ name, local, value }) => ({ name, local, value })),
      children: [],
      text: '',
      hasNote: false,
      ...(open === undefined ? {} : { parent: open }),
    };
    open?.children.push(element);
    root ??= element;
    open = element;
  });
  parser.on('closetag', () => {
    open = open?.parent;
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', addNote);
  parser.on('processinginstruction', addNote);
  parser.write(text).close();
  return root ?? { problem: 'There is no element in it.' };
}

/** Child elements with that name; none when there is no element to look in. */
export function childrenOf(
  element: Element | undefined,
  namespace: string,
  local: string,
): readonly Element[] {
  const children = element?.children ?? [];
  return children.filter((child) => child.namespace === namespace && child.local === local);
}

/** The only child with that name; undefined when there is none, or more than one. */
export function onlyChild(element: Element, namespace: string, local: string): Element | undefined {
  const found = childrenOf(element, namespace, local);
  return found.length === 1 ? found[0] : undefined;
}

/** Value of an attribute without a prefix. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attributes.find((one) => one.name === name)?.value;
}

/** The element and all below it, in document order. */
export function* everyElement(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}
