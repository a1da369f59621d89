import type { KeyObject } from 'node:crypto';
import type { SignatureReading } from '../model/readings.ts';
import type { XmlDocument, XmlElement } from '../model/xml.ts';
import { keyFits } from './algorithms.ts';
import { publicKeyOf } from './certificate.ts';
import { metadataLimits } from './limits.ts';
import { NS } from './namespaces.ts';
import { parseXml } from './parse.ts';
import { countIds } from './read-parts.ts';
import {
  type Fault,
  fault,
  findStructureFault,
  readClaims,
  signatureValueOf,
} from './signature-structure.ts';
import { placeSignedContent } from './signed-content.ts';
import { attr, descendants } from './tree.ts';
import { verifySignature } from './verify-signature.ts';

/** Most signatures that are tried, and most characters times signatures: each costs a pass over the text. */
const mostSignatures = 20;
const mostWork = 4_000_000;

/**
 * Reads every ds:Signature of the document and verifies it with the trusted certificates (base64 DER),
 * never with a key that the message brings along. The form is judged first, strictly, also when no
 * certificate is trusted; then digest and value; what is signed is then read from the digested bytes alone.
 */
export function readSignatures(document: XmlDocument, trusted: readonly string[]): SignatureReading[] {
  const { root } = document;
  if (root === undefined) return [];
  const found = findSignatures(root);
  if (found.length === 0) return [];
  const tooMany = findOverload(document, found.length);
  const ids = countIds(root);
  const values = found.map(({ element }) => signatureValueOf(element));
  const keys = trusted.map(publicKeyOf);
  const { text } = document;
  return found.map(({ element, parent }, index) => {
    const basis = { element, parent, ...readClaims(element) };
    const broken =
      tooMany ?? findRepeatedValue(values, index) ?? findStructureFault(element, parent, root, ids);
    if (broken !== undefined) return { ...basis, fault: broken };
    if (trusted.length === 0) return basis;
    return { ...basis, ...verify({ text, root, basis, trusted, keys }) };
  });
}

interface Candidate {
  readonly text: string;
  readonly root: XmlElement;
  readonly basis: Omit<SignatureReading, 'verifiedWith' | 'fault' | 'signedElement'>;
  readonly trusted: readonly string[];
  /** Keys of the trusted certificates, place by place. */
  readonly keys: readonly (KeyObject | undefined)[];
}

function verify(candidate: Candidate): Pick<SignatureReading, 'verifiedWith' | 'fault' | 'signedElement'> {
  const { text, root, basis, trusted, keys } = candidate;
  const { element, parent, signatureMethod, references, keyInfoCertificates } = basis;
  const fits = (key: KeyObject | undefined) => key !== undefined && keyFits(signatureMethod, key);
  const own = [...keys.entries()].flatMap(([place, key]) => (key && fits(key) ? [{ place, key }] : []));
  // Keys that nobody trusts come last, only to tell a stranger's signature from a spoilt one.
  const strangers = keyInfoCertificates
    .filter((der) => !trusted.includes(der))
    .slice(0, 4)
    .flatMap((der) => publicKeyOf(der) ?? [])
    .filter(fits);
  const wholeDocument = references[0]?.uri === '';
  const tried = [...own.map(({ key }) => key), ...strangers];
  const outcome = verifySignature({
    text,
    root,
    element,
    parent,
    signatureMethod,
    wholeDocument,
    keys: tried,
  });
  if (outcome.result === 'verified') {
    const place = own[outcome.key]?.place;
    if (place === undefined) return { fault: fault('no-trusted-key', strangerMessage) };
    const signedElement = readSigned(outcome.signed, parent, element);
    if (signedElement !== undefined) return { verifiedWith: place, signedElement };
    return { fault: fault('malformed', 'What was digested is not the element that the signature sits in.') };
  }
  if (outcome.result === 'failed')
    return { fault: fault('malformed', `It cannot be checked: ${outcome.why}`) };
  if (outcome.result === 'digest-mismatch') return { fault: fault('digest-mismatch', digestMessage(parent)) };
  if (own.length === 0) {
    return { fault: fault('no-trusted-key', `No trusted certificate has a key for "${signatureMethod}".`) };
  }
  return { fault: fault('value-mismatch', 'No trusted key made the SignatureValue over this SignedInfo.') };
}

const strangerMessage = 'It was signed by the key in its KeyInfo, which is in no trusted certificate.';

function digestMessage(parent: XmlElement): string {
  return `The digest of ${parent.name} is not the signed one: it was changed after it was signed.`;
}

function readSigned(signed: string, parent: XmlElement, signature: XmlElement): XmlElement | undefined {
  const { root, problems } = parseXml(signed, metadataLimits);
  if (root === undefined || problems.length > 0) return undefined;
  const same = root.namespace === parent.namespace && root.local === parent.local;
  if (!same || attr(root, 'ID') !== attr(parent, 'ID')) return undefined;
  return placeSignedContent(root, parent, signature);
}

function findOverload({ text }: XmlDocument, signatures: number): Fault | undefined {
  if (signatures === 1 || (signatures <= mostSignatures && signatures * text.length <= mostWork))
    return undefined;
  return fault(
    'malformed',
    `There are ${signatures} signatures over ${text.length} characters: too many to try.`,
  );
}

function findRepeatedValue(values: readonly string[], index: number): Fault | undefined {
  const value = values[index] ?? '';
  if (values.indexOf(value) === values.lastIndexOf(value)) return undefined;
  return fault('malformed', 'Another signature has the same SignatureValue.');
}

/** Every ds:Signature below the root, in document order, with the element that it sits in. */
function findSignatures(root: XmlElement): { element: XmlElement; parent: XmlElement }[] {
  const found: { element: XmlElement; parent: XmlElement }[] = [];
  for (const parent of descendants(root)) {
    for (const element of parent.children) {
      if (element.kind !== 'element' || element.namespace !== NS.ds || element.local !== 'Signature')
        continue;
      found.push({ element, parent });
    }
  }
  return found.sort((one, other) => one.element.start - other.element.start);
}
