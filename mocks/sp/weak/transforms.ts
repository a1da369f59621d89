import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { inScope } from '../../core/saml/canonicalize.ts';
import { Refusal } from '../../core/saml/refusal.ts';
import { type Element, everyElement, ns } from '../../core/saml/xml.ts';
import type { Transform } from '../accept/types.ts';

/** Does what a transform asks for (XML Signature 6.6); one that is not known leaves its input alone. */
export function runTransform({ algorithm, element }: Transform, input: string | Buffer): string | Buffer {
  switch (algorithm) {
    case `${ns.ds}base64`:
      return Buffer.from(input.toString().replace(/<[^>]*>/g, ''), 'base64');
    case 'http://www.w3.org/TR/1999/REC-xpath-19991116':
      return filter(input.toString(), element, (expression) => `//*[not(${expression})]`);
    case 'http://www.w3.org/2002/06/xmldsig-filter2':
      return filter(input.toString(), element, (expression) => expression);
    case 'http://www.w3.org/TR/1999/REC-xslt-19991116':
      return runStylesheet(element);
    default:
      return input;
  }
}

/** Takes out the elements that an expression in the transform finds. */
function filter(
  text: string,
  transform: Element | undefined,
  select: (expression: string) => string,
): string {
  const [xpath] = transform?.children ?? [];
  if (xpath === undefined) return text;
  const namespaces = Object.fromEntries([...inScope(xpath)].filter(([prefix]) => prefix !== ''));
  using document = XmlDocument.fromString(text);
  try {
    const found = document.find(select(xpath.text), namespaces);
    // Inner ones first: what is inside a removed element is gone with it.
    for (const node of [...found].reverse())
      if (node instanceof XmlElement && node.parent !== null) node.remove();
  } catch {
    throw new Refusal('XPath of a transform cannot be evaluated');
  }
  return document.root.canonicalizeToString();
}

/** Runs a stylesheet as far as it makes text out of nothing, which is all that attackers need. */
function runStylesheet(transform: Element | undefined): string {
  if (transform === undefined) return '';
  return [...everyElement(transform)]
    .filter(
      ({ local, namespace }) => local === 'text' && namespace === 'http://www.w3.org/1999/XSL/Transform',
    )
    .map(({ text }) => text)
    .join('');
}
