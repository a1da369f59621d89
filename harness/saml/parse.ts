import { SaxesParser, type SaxesTagNS } from 'saxes';
import type {
  XmlAttribute,
  XmlDocument,
  XmlElement,
  XmlNode,
  XmlProblem,
  XmlProblemCode,
  XmlText,
} from '../model/xml.ts';
import { defaultLimits, type XmlLimits } from './limits.ts';
import { createLineIndex } from './line-index.ts';
import { NS } from './namespaces.ts';

/** Ends the parse at the first thing that makes the document unreadable. Never leaves this file. */
class Refusal extends Error {
  readonly code: XmlProblemCode;
  readonly offset: number;
  constructor(code: XmlProblemCode, message: string, offset: number) {
    super(message);
    this.code = code;
    this.offset = offset;
  }
}

/** An element whose end has not been seen yet. */
interface Open {
  readonly tag: SaxesTagNS;
  readonly path: string;
  readonly start: number;
  readonly children: XmlNode[];
  /** How many children of each qualified name there are so far. */
  readonly counts: Map<string, number>;
}

/**
 * Reads XML 1.0 with namespaces, strictly: a DOCTYPE is refused before anything in it is read, no entity
 * is expanded but the five of XML, and size, depth and number of nodes are bounded. Never throws: what is
 * wrong is in `problems`, and then there is no root. Only a byte order mark is named and read past.
 */
export function parseXml(text: string, limits: XmlLimits = defaultLimits): XmlDocument {
  if (tooLong(text, limits.maxBytes)) {
    const message = `The document is larger than the ${limits.maxBytes} bytes that are read.`;
    return { text: '', problems: [{ code: 'too-large', message }] };
  }
  if (text === '') {
    return { text, problems: [{ code: 'empty', message: 'There is no document: the text is empty.' }] };
  }
  if (!text.isWellFormed()) {
    const message = 'The document has half of a surrogate pair, which UTF-8 cannot hold.';
    return { text, problems: [{ code: 'not-utf8', message }] };
  }
  const problems: XmlProblem[] = [];
  const marked = text.startsWith('\uFEFF');
  if (marked) {
    const message = 'The document starts with a byte order mark; SAML messages are sent without one.';
    problems.push({ code: 'byte-order-mark', message, line: 1, column: 1 });
  }
  const lines = createLineIndex(text);
  try {
    const doctype = findDoctype(text, marked ? 1 : 0);
    if (doctype >= 0) {
      throw new Refusal('doctype', 'The document has a DOCTYPE; it is refused unread.', doctype);
    }
    return { text, root: buildTree(text, marked ? 1 : 0, limits, lines), problems };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    problems.push({ code: error.code, message: error.message, ...lines.at(error.offset) });
    return { text, problems };
  }
}

/** True when the text takes more bytes in UTF-8; counts bytes only where the length leaves a doubt. */
function tooLong(text: string, maxBytes: number): boolean {
  if (text.length > maxBytes) return true;
  return text.length * 3 > maxBytes && Buffer.byteLength(text, 'utf8') > maxBytes;
}

/** Offset of a DOCTYPE before the root element, or -1. A later one is not well-formed anyway. */
function findDoctype(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const end = text.startsWith('<?', at)
      ? text.indexOf('?>', at) + 2
      : text.startsWith('<!--', at)
        ? text.indexOf('-->', at + 4) + 3
        : -1;
    if (end <= at) return text.slice(at, at + 9).toUpperCase() === '<!DOCTYPE' ? at : -1;
    at = end;
  }
}

function buildTree(
  text: string,
  offset: number,
  limits: XmlLimits,
  lines: ReturnType<typeof createLineIndex>,
): XmlElement {
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  const stack: Open[] = [];
  const here = () => offset + parser.position;
  let start = 0;
  let nodes = 0;
  let root: XmlElement | undefined;

  const refuse = (code: XmlProblemCode, message: string): never => {
    throw new Refusal(code, message, Math.max(0, here() - 1));
  };
  const count = () => {
    nodes += 1;
    if (nodes > limits.maxNodes) {
      refuse('too-many-nodes', `The document has more than the ${limits.maxNodes} nodes that are read.`);
    }
  };
  const addText = (kind: XmlText['kind'], value: string) => {
    count();
    stack.at(-1)?.children.push({ kind, text: value });
  };

  parser.on('error', (error) => refuse('not-well-formed', `The document is not XML: ${sentence(error)}`));
  parser.on('doctype', () => refuse('doctype', 'The document has a DOCTYPE; it is refused unread.'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding === undefined || /^(utf-8|us-ascii)$/i.test(encoding)) return;
    refuse('not-utf8', `The XML declaration names the encoding "${encoding}"; only UTF-8 is read.`);
  });
  parser.on('opentagstart', () => {
    count();
    start = text.lastIndexOf('<', here() - 1);
    if (stack.length >= limits.maxDepth) {
      refuse('too-deep', `The document is nested deeper than the ${limits.maxDepth} levels that are read.`);
    }
  });
  parser.on('attribute', count);
  parser.on('opentag', (tag) => {
    const parent = stack.at(-1);
    const position = (parent?.counts.get(tag.name) ?? 0) + 1;
    parent?.counts.set(tag.name, position);
    const path = parent === undefined ? `/${tag.name}` : `${parent.path}/${tag.name}[${position}]`;
    stack.push({ tag, path, start, children: [], counts: new Map() });
  });
  parser.on('closetag', () => {
    const open = stack.pop();
    if (open === undefined) return;
    const element = elementOf(open, here(), lines.at(open.start));
    const parent = stack.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
  });
  parser.on('text', (value) => addText('text', value));
  parser.on('cdata', (value) => addText('cdata', value));
  parser.on('comment', (value) => addText('comment', value));
  parser.on('processinginstruction', ({ target, body }) =>
    addText('processing-instruction', body === '' ? target : `${target} ${body}`),
  );
  parser.write(offset === 0 ? text : text.slice(offset)).close();
  return root ?? refuse('not-well-formed', 'The document is not XML: it has no root element.');
}

function elementOf(open: Open, end: number, at: { line: number; column: number }): XmlElement {
  const { tag, path, start, children } = open;
  const attributes: XmlAttribute[] = [];
  for (const { name, prefix, local, uri, value } of Object.values(tag.attributes)) {
    // An unprefixed attribute has no namespace, but saxes gives `xmlns` the one of declarations.
    attributes.push({ name, prefix, local, namespace: name === 'xmlns' ? NS.xmlns : uri, value });
  }
  const { name, prefix, local, uri } = tag;
  return {
    kind: 'element',
    name,
    prefix,
    local,
    namespace: uri,
    attributes,
    children,
    path,
    ...at,
    start,
    end,
  };
}

/** The parser's message without its own position, as a sentence. */
function sentence(error: Error): string {
  const message = error.message.replace(/^(?:[^:\s]*:)?\d+:\d+:\s*/, '').trim();
  return message.endsWith('.') ? message : `${message}.`;
}
