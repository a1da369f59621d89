import { XmlElement as LibElement, XmlC14NMode, XmlDocument } from 'libxml2-wasm';
import { ALG } from './namespaces.ts';
import { NotSignable } from './not-signable.ts';

/** How a part of a document is brought into canonical form. */
export interface CanonicalForm {
  /** URI of Canonical XML 1.0 or Exclusive Canonical XML, without comments or with. */
  readonly algorithm: string;
  /** Prefixes of InclusiveNamespaces, `#default` among them if given; only exclusive form heeds them. */
  readonly prefixes: readonly string[];
  readonly comments: boolean;
}

/** A part of a document, by positional XPaths. */
export interface Part {
  /** The element; absent for the whole document. */
  readonly element?: string;
  /** An element that is taken out first, as the enveloped-signature transform does. */
  readonly without?: string;
}

/** Canonicalizations that `canonicalize` knows. */
export const canonicalForms: readonly string[] = [
  ALG.excC14n,
  ALG.excC14nWithComments,
  ALG.c14n,
  ALG.c14nWithComments,
];

/**
 * The canonical text of a part of a document, made by libxml2 from the document's own text. xml-crypto's
 * canonicalization sorts some prefixes by locale and knows no `#default`; an honest signature would fail.
 * @throws NotSignable when the text is not XML, or has no canonical form (Canonical XML 1.0, 1.3)
 */
export function canonicalize(text: string, part: Part, form: CanonicalForm): string {
  try {
    return canonicalizeByLibxml(text, part, form);
  } catch (error) {
    throw new NotSignable(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function canonicalizeByLibxml(text: string, part: Part, form: CanonicalForm): string {
  using document = XmlDocument.fromString(text.replace(/^\uFEFF/, ''));
  const element = part.element === undefined ? document.root : elementAt(document, part.element);
  if (part.without !== undefined) elementAt(document, part.without).remove();
  const exclusive = form.algorithm === ALG.excC14n || form.algorithm === ALG.excC14nWithComments;
  const options = {
    mode: exclusive ? XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 : XmlC14NMode.XML_C14N_1_0,
    withComments: form.comments,
    ...(exclusive && form.prefixes.length > 0 ? { inclusiveNamespacePrefixes: [...form.prefixes] } : {}),
  };
  return part.element === undefined
    ? document.canonicalizeToString(options)
    : element.canonicalizeToString(options);
}

function elementAt(document: XmlDocument, xpath: string): LibElement {
  const node = document.get(xpath);
  if (!(node instanceof LibElement)) throw new Error(`there is no element at ${xpath}`);
  return node;
}

/** True for a SignedInfo node of any DOM. */
export function isSignedInfo(node: { readonly nodeName: string }): boolean {
  return node.nodeName.split(':').at(-1) === 'SignedInfo';
}
