/** One attribute as written, with its namespace resolved. */
export interface XmlAttribute {
  /** Qualified name as written, for example `xsi:type`. */
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  /** Namespace URI; empty for an unprefixed attribute. */
  readonly namespace: string;
  readonly value: string;
}

export interface XmlText {
  readonly kind: 'text' | 'cdata' | 'comment' | 'processing-instruction';
  readonly text: string;
}

/** An element of a strictly parsed document: plain data, without a link to its parent. */
export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** Path from the root with positions, for example `/samlp:Response/saml:Assertion[1]/saml:Issuer[1]`. */
  readonly path: string;
  /** Line of the start tag, counted from 1. */
  readonly line: number;
  /** Column of the start tag's `<`, counted from 1. */
  readonly column: number;
  /** Offsets into the document's text, in UTF-16 units: of `<`, and just past the end tag. */
  readonly start: number;
  readonly end: number;
}

export type XmlNode = XmlElement | XmlText;

/** What stops a message from being read, most basic first. */
export type XmlProblemCode =
  | 'empty'
  | 'too-large'
  | 'not-base64'
  | 'not-deflate'
  | 'not-utf8'
  | 'byte-order-mark'
  | 'doctype'
  | 'too-deep'
  | 'too-many-nodes'
  | 'not-well-formed';

export interface XmlProblem {
  readonly code: XmlProblemCode;
  /** What was found and what is allowed, as one sentence. */
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

/** A document that was read, or the reason why it could not be. */
export interface XmlDocument {
  /** Decoded text of the document; empty when decoding itself failed. */
  readonly text: string;
  /** The root element, absent when the document cannot be trusted to mean one thing. */
  readonly root?: XmlElement;
  readonly problems: readonly XmlProblem[];
}
