import { SaxesParser } from 'saxes';
import { maxXmlLength } from '../well-formed.ts';

export const ns = {
  saml: 'urn:oasis:names:tc:SAML:2.0:assertion',
  samlp: 'urn:oasis:names:tc:SAML:2.0:protocol',
  md: 'urn:oasis:names:tc:SAML:2.0:metadata',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  xenc: 'http://www.w3.org/2001/04/xmlenc#',
  excC14n: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  xml: 'http://www.w3.org/XML/1998/namespace',
  xmlns: 'http://www.w3.org/2000/xmlns/',
} as const;

export interface Attribute {
  /** As written, for example `xmlns:saml`. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  /** Empty for an attribute without a prefix. */
  readonly namespace: string;
  readonly value: string;
}

/** What stands between elements. An instruction's text is its data. */
export interface Leaf {
  readonly kind: 'text' | 'cdata' | 'comment' | 'instruction';
  readonly text: string;
  /** Of an instruction. */
  readonly target?: string;
}

export type Node = Element | Leaf;

/** An element as parsed strictly, with its parent. */
export interface Element {
  readonly kind: 'element';
  /** As written, with its prefix. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  /** Namespace declarations among them. */
  readonly attributes: readonly Attribute[];
  /** Everything inside, in document order. */
  readonly nodes: readonly Node[];
  readonly children: readonly Element[];
  readonly parent?: Element;
  /** Its own text without that of its children; comments take nothing away from it. */
  readonly text: string;
  /** True when a comment or processing instruction stands directly inside. */
  readonly hasNote: boolean;
}

/** An element while it is being put together. */
export type Growing = { -readonly [K in keyof Element]: Element[K] } & {
  nodes: Node[];
  children: Growing[];
  attributes: Attribute[];
  parent?: Growing;
};

export interface ParseLimits {
  /** UTF-16 units. */
  readonly maxLength: number;
  /** Levels of elements, the root being the first. */
  readonly maxDepth: number;
  /** Elements and attributes together. */
  readonly maxNodes: number;
}

export const parseLimits: ParseLimits = {
  maxLength: maxXmlLength,
  maxDepth: 64,
  maxNodes: Number.POSITIVE_INFINITY,
};

/** Parses a text that has no DOCTYPE and is well-formed; else says why it cannot be. */
export function parse(
  text: string,
  limits: ParseLimits = parseLimits,
): Element | { readonly problem: string } {
  if (text.length > limits.maxLength)
    return { problem: `The message is longer than ${limits.maxLength} characters.` };
  const tree = createTree(limits);
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => stop(error.message));
  parser.on('doctype', () => stop('A document type declaration is not allowed.'));
  connect(parser, tree);
  try {
    parser.write(text).close();
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'The message is not well-formed.' };
  }
  return tree.roots[0] ?? { problem: 'There is no element in it.' };
}

function stop(message: string): never {
  throw new Error(message);
}

/** Puts elements together from what a parser reports. */
export interface TreeBuilder {
  readonly roots: readonly Growing[];
  readonly open: (
    element: Omit<Growing, 'kind' | 'nodes' | 'children' | 'text' | 'hasNote' | 'parent'>,
  ) => void;
  readonly close: () => void;
  readonly leaf: (leaf: Leaf) => void;
}

export function createTree(limits: ParseLimits): TreeBuilder {
  const roots: Growing[] = [];
  let current: Growing | undefined;
  let depth = 0;
  let count = 0;
  return {
    roots,
    open: (head) => {
      const element: Growing = {
        kind: 'element',
        ...head,
        nodes: [],
        children: [],
        text: '',
        hasNote: false,
        ...(current === undefined ? {} : { parent: current }),
      };
      depth += 1;
      count += 1 + head.attributes.length;
      if (depth > limits.maxDepth) stop(`Elements are nested more than ${limits.maxDepth} deep.`);
      if (count > limits.maxNodes)
        stop(`There are more than ${limits.maxNodes} elements and attributes in it.`);
      (current?.children ?? roots).push(element);
      current?.nodes.push(element);
      current = element;
    },
    close: () => {
      current = current?.parent;
      depth -= 1;
    },
    leaf: (leaf) => {
      if (current === undefined) return;
      current.nodes.push(leaf);
      if (leaf.kind === 'text' || leaf.kind === 'cdata') current.text += leaf.text;
      else current.hasNote = true;
    },
  };
}

/** Leads what a namespace-aware parser reports into a tree. */
export function connect(parser: SaxesParser<{ xmlns: true }>, tree: TreeBuilder): void {
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes).map(({ name, prefix, local, uri, value }) => ({
      name,
      prefix,
      local,
      namespace: uri,
      value,
    }));
    tree.open({ name: tag.name, prefix: tag.prefix, local: tag.local, namespace: tag.uri, attributes });
  });
  parser.on('closetag', tree.close);
  parser.on('text', (text) => tree.leaf({ kind: 'text', text }));
  parser.on('cdata', (text) => tree.leaf({ kind: 'cdata', text }));
  parser.on('comment', (text) => tree.leaf({ kind: 'comment', text }));
  parser.on('processinginstruction', ({ target, body }) =>
    tree.leaf({ kind: 'instruction', text: body, target }),
  );
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
