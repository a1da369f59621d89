import { createPublicKey, type KeyObject } from 'node:crypto';
import { DOMParser } from '@xmldom/xmldom';
import {
  type CanonicalizationOrTransformationAlgorithm as Canonicalization,
  type SignatureAlgorithm,
  SignedXml,
} from 'xml-crypto';
import type { XmlElement } from '../model/xml.ts';
import { hashAlgorithms, verifyBytes } from './algorithms.ts';
import { canonicalForms, canonicalize, isSignedInfo } from './canonical.ts';
import { ALG, NS } from './namespaces.ts';
import { readPrefixes } from './signature-structure.ts';
import { startTagEnd, stepsTo } from './tree.ts';

/** One signature of a document, its form already judged. */
export interface SignatureTask {
  /** The document's text, a byte order mark included if there is one. */
  readonly text: string;
  readonly root: XmlElement;
  readonly element: XmlElement;
  readonly parent: XmlElement;
  readonly signatureMethod: string;
  /** True when the Reference is to the whole document. */
  readonly wholeDocument: boolean;
  /** Each is tried; they fit the signature's algorithm. */
  readonly keys: readonly KeyObject[];
}

export type Verification =
  /** `key` is the place among the keys; `signed` the canonical text that was digested. */
  | { readonly result: 'verified'; readonly key: number; readonly signed: string }
  | { readonly result: 'digest-mismatch' }
  | { readonly result: 'value-mismatch' }
  | { readonly result: 'failed'; readonly why: string };

/**
 * Lets xml-crypto check digest and value, with keys, digests and canonical forms of ours. Only
 * `getSignedReferences` says what was signed, as xml-crypto's guide demands.
 */
export function verifySignature(task: SignatureTask): Verification {
  const [first] = task.keys;
  if (first === undefined) return { result: 'value-mismatch' };
  const found: { key?: number } = {};
  // xml-crypto wants one key; the algorithm below tries all, so that the document is gone through once.
  const verifier = new SignedXml({
    publicCert: createPublicKey(first.export({ type: 'spki', format: 'pem' })),
    getCertFromKeyInfo: () => null,
  });
  verifier.SignatureAlgorithms = { [task.signatureMethod]: keyFinder(task, found) };
  verifier.HashAlgorithms = hashAlgorithms();
  verifier.CanonicalizationAlgorithms = canonicalizations(verifier, task);
  try {
    const outline = outlineOf(task);
    verifier.loadSignature(signatureNode(outline));
    if (!verifier.checkSignature(outline)) return { result: 'digest-mismatch' };
  } catch (error) {
    if (found.key === -1) return { result: 'value-mismatch' };
    return { result: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
  const [signed, ...more] = verifier.getSignedReferences();
  if (signed === undefined || more.length > 0 || found.key === undefined) {
    return { result: 'failed', why: 'not exactly one Reference was digested' };
  }
  return { result: 'verified', key: found.key, signed };
}

/**
 * The signature with the start tags around it: all that xml-crypto has to find its way by. What it digests
 * comes from the whole text, by `canonicalizations`; its own search would take seconds in a large document.
 */
function outlineOf({ text, root, element }: SignatureTask): string {
  const around: XmlElement[] = [];
  for (let at: XmlElement | undefined = root; at !== undefined && at !== element; ) {
    around.push(at);
    at = at.children.find(
      (child): child is XmlElement =>
        child.kind === 'element' && child.start <= element.start && child.end >= element.end,
    );
  }
  const opening = around.map((each) => text.slice(each.start, startTagEnd(text, each)));
  const closing = around.map(({ name }) => `</${name}>`).reverse();
  return [...opening, text.slice(element.start, element.end), ...closing].join('');
}

function signatureNode(outline: string): Node {
  const dom = new DOMParser({ onError: failOnError }).parseFromString(outline, 'text/xml');
  const [node, ...more] = Array.from(dom.getElementsByTagNameNS(NS.ds, 'Signature'));
  if (node === undefined || more.length > 0) throw new Error('the signature is not found again');
  // xmldom's nodes are DOM nodes as far as xml-crypto uses them, but have types of their own.
  return node as unknown as Node;
}

function failOnError(level: string, message: string): void {
  if (level !== 'warning') throw new Error(message);
}

function keyFinder(task: SignatureTask, found: { key?: number }): new () => SignatureAlgorithm {
  const { signatureMethod, keys } = task;
  return class {
    getSignature(): string {
      throw new Error('This algorithm only verifies.');
    }
    verifySignature(material: string, _key: unknown, value: string): boolean {
      const data = Buffer.from(material, 'utf8');
      const signature = Buffer.from(value, 'base64');
      found.key = keys.findIndex((key) => verifyBytes(signatureMethod, data, key, signature));
      return found.key >= 0;
    }
    getAlgorithmName(): string {
      return signatureMethod;
    }
  };
}

/** XML Signature 4.4.3.3: what a same-document Reference is to has no comments; SignedInfo may have. */
function canonicalizations(verifier: SignedXml, task: SignatureTask) {
  const { text, root, element, parent, wholeDocument } = task;
  const prefixes = readPrefixes(element);
  const signature = stepsTo(root, element) ?? '';
  const target = stepsTo(root, parent) ?? '';
  const content = { without: signature, ...(wholeDocument ? {} : { element: target }) };
  const entries = canonicalForms.map((algorithm): [string, new () => Canonicalization] => [
    algorithm,
    class {
      process(node: Node): string {
        if (isSignedInfo(node)) {
          const comments = algorithm.endsWith('#WithComments');
          const info = { element: `${signature}/*[1]` };
          return canonicalize(text, info, { algorithm, comments, prefixes: prefixes.info });
        }
        return canonicalize(text, content, { algorithm, comments: false, prefixes: prefixes.content });
      }
      getAlgorithmName(): string {
        return algorithm;
      }
    },
  ]);
  const enveloped = verifier.CanonicalizationAlgorithms[ALG.enveloped];
  if (enveloped === undefined) throw new Error('xml-crypto has no enveloped-signature transform.');
  return { [ALG.enveloped]: enveloped, ...Object.fromEntries(entries) };
}
