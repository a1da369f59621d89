import type { SignatureFault, SignatureReading } from '../model/readings.ts';
import type { XmlElement } from '../model/xml.ts';
import { supportsDigest, supportsSignature } from './algorithms.ts';
import { canonicalForms } from './canonical.ts';
import { ALG, NS } from './namespaces.ts';
import { attr, childOf, childrenOf, textOf } from './tree.ts';

export type Fault = NonNullable<SignatureReading['fault']>;

/** What a ds:Signature says of itself; nothing here is verified. */
export type SignatureClaims = Pick<
  SignatureReading,
  'signatureMethod' | 'canonicalizationMethod' | 'references' | 'keyInfoCertificates'
>;

/** Reads a ds:Signature as it stands; of parts that are repeated, the first. */
export function readClaims(element: XmlElement): SignatureClaims {
  const info = childOf(element, NS.ds, 'SignedInfo');
  const keyInfo = childOf(element, NS.ds, 'KeyInfo');
  const data = keyInfo === undefined ? [] : childrenOf(keyInfo, NS.ds, 'X509Data');
  return {
    signatureMethod: algorithmOf(info, 'SignatureMethod'),
    canonicalizationMethod: algorithmOf(info, 'CanonicalizationMethod'),
    references: (info === undefined ? [] : childrenOf(info, NS.ds, 'Reference')).map((reference) => ({
      uri: attr(reference, 'URI'),
      digestMethod: algorithmOf(reference, 'DigestMethod'),
      transforms: transformsOf(reference).map((transform) => attr(transform, 'Algorithm') ?? ''),
    })),
    keyInfoCertificates: data
      .flatMap((each) => childrenOf(each, NS.ds, 'X509Certificate'))
      .map((certificate) => textOf(certificate).text.replace(/\s+/g, '')),
  };
}

/** The prefixes that InclusiveNamespaces names for SignedInfo, and for the content of the first Reference. */
export function readPrefixes(element: XmlElement): {
  readonly info: readonly string[];
  readonly content: readonly string[];
} {
  const info = childOf(element, NS.ds, 'SignedInfo');
  const method = info === undefined ? undefined : childOf(info, NS.ds, 'CanonicalizationMethod');
  const reference = info === undefined ? undefined : childOf(info, NS.ds, 'Reference');
  const transform = reference === undefined ? undefined : transformsOf(reference).at(-1);
  return { info: prefixList(method), content: prefixList(transform) };
}

function prefixList(parent: XmlElement | undefined): readonly string[] {
  const element = parent === undefined ? undefined : childOf(parent, NS.ec, 'InclusiveNamespaces');
  const list = element === undefined ? undefined : attr(element, 'PrefixList');
  return (list ?? '').split(/\s+/).filter(Boolean);
}

/** Text of SignatureValue without white space. */
export function signatureValueOf(element: XmlElement): string {
  const value = childOf(element, NS.ds, 'SignatureValue');
  return value === undefined ? '' : textOf(value).text.replace(/\s+/g, '');
}

/**
 * The rules of SAML Core 5.4 and of XML Signature on a signature's form, before any key is tried:
 * what a signature must look like so that it can only mean its parent. `undefined` when it keeps them.
 */
export function findStructureFault(
  element: XmlElement,
  parent: XmlElement,
  root: XmlElement,
  ids: ReadonlyMap<string, number>,
): Fault | undefined {
  const info = childOf(element, NS.ds, 'SignedInfo');
  const references = info === undefined ? [] : childrenOf(info, NS.ds, 'Reference');
  const [reference] = references;
  if (info !== undefined && references.length !== 1) {
    return fault(
      'reference-count',
      `SignedInfo has ${references.length} References; SAML allows exactly one.`,
    );
  }
  if (parent.namespace === NS.ds) {
    return fault('reference-not-parent', 'The signature sits inside another signature.');
  }
  const order = findOrderFault(element, ['SignedInfo', 'SignatureValue', 'KeyInfo?']);
  if (order !== undefined) return order;
  if (info === undefined || reference === undefined) return fault('malformed', 'SignedInfo is missing.');
  return (
    findOrderFault(info, ['CanonicalizationMethod', 'SignatureMethod', 'Reference']) ??
    findOrderFault(reference, ['Transforms?', 'DigestMethod', 'DigestValue']) ??
    findValueFault(childOf(element, NS.ds, 'SignatureValue')) ??
    findValueFault(childOf(reference, NS.ds, 'DigestValue')) ??
    findTargetFault(reference, parent, root, ids) ??
    findTransformFault(reference) ??
    findAlgorithmFault(info, reference)
  );
}

/** The child elements must be just these, each once, in this order; text between them only white space. */
function findOrderFault(element: XmlElement, expected: readonly string[]): Fault | undefined {
  const foreign = childrenOf(element).find(({ namespace }) => namespace !== NS.ds);
  if (foreign !== undefined)
    return fault('malformed', `${element.local} contains a foreign ${foreign.name}.`);
  if (/\S/.test(textOf(element).text)) return fault('malformed', `${element.local} contains loose text.`);
  const names = childrenOf(element).map(({ local }) => local);
  const full = expected.map((name) => name.replace('?', ''));
  const short = expected.filter((name) => !name.endsWith('?'));
  if (names.join() === full.join() || names.join() === short.join()) return undefined;
  const found = names.length === 0 ? 'nothing' : names.slice(0, 8).join(', ');
  return fault('malformed', `${element.local} contains ${found}; it must contain ${expected.join(', ')}.`);
}

/** A comment inside a value lets two readers see two values (CVE-2025-29775). */
function findValueFault(element: XmlElement | undefined): Fault | undefined {
  if (element === undefined) return fault('malformed', 'A value is missing.');
  const { text, oddities } = textOf(element);
  if (oddities.length > 0) return fault('malformed', `${element.local} contains a ${oddities[0]}.`);
  const compact = text.replace(/[\t\n\r ]+/g, '');
  const base64 = compact.length > 0 && compact.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact);
  return base64 ? undefined : fault('malformed', `${element.local} is not base64.`);
}

function findTargetFault(
  reference: XmlElement,
  parent: XmlElement,
  root: XmlElement,
  ids: ReadonlyMap<string, number>,
): Fault | undefined {
  const uri = attr(reference, 'URI');
  if (uri === '') {
    if (parent === root) return undefined;
    return fault('reference-not-parent', 'The Reference is to the whole document, not to the parent.');
  }
  if (uri === undefined) return fault('reference-not-parent', 'The Reference has no URI.');
  if (!uri.startsWith('#')) return fault('reference-not-parent', `The Reference is to "${uri}".`);
  const id = uri.slice(1);
  const count = ids.get(id) ?? 0;
  if (count === 0) return fault('no-such-element', `No element has the ID "${id}" of the Reference.`);
  if (count > 1) return fault('duplicate-id', `${count} elements have the ID "${id}" of the Reference.`);
  if (attr(parent, 'ID') === id) return undefined;
  const own = attr(parent, 'ID') ?? 'none';
  return fault(
    'reference-not-parent',
    `The Reference is to "${id}", but the signature sits in ${parent.name} with the ID "${own}".`,
  );
}

const exclusive: readonly string[] = [ALG.excC14n, ALG.excC14nWithComments];

/** SAML Core 5.4.4: enveloped-signature, then at most an exclusive canonicalization; nothing else. */
function findTransformFault(reference: XmlElement): Fault | undefined {
  const wrapper = childOf(reference, NS.ds, 'Transforms');
  const transforms = transformsOf(reference);
  const bad = (message: string) => fault('transform-not-allowed', message);
  if (wrapper !== undefined && childrenOf(wrapper).length !== transforms.length) {
    return bad('Transforms contains something else than Transform.');
  }
  const [first, second, third] = transforms.map((transform) => attr(transform, 'Algorithm') ?? '');
  const unknown = [first, second, third].find(
    (name) => name !== undefined && name !== ALG.enveloped && !exclusive.includes(name),
  );
  if (unknown !== undefined) return bad(`The transform "${unknown}" is not allowed.`);
  if (first !== ALG.enveloped) return bad('The first transform is not enveloped-signature.');
  if (second === ALG.enveloped || third !== undefined) return bad('There are more transforms than two.');
  const odd = transforms.find((transform) => !hasAllowedParameters(transform));
  return odd === undefined ? undefined : bad('A Transform has parameters that are not allowed.');
}

/**
 * The only parameter is one InclusiveNamespaces, for exclusive canonicalization. xml-crypto, when it signs,
 * repeats it in enveloped-signature under that algorithm's URI; it means nothing there and is let pass.
 */
function hasAllowedParameters(element: XmlElement): boolean {
  const algorithm = attr(element, 'Algorithm') ?? '';
  const namespace = exclusive.includes(algorithm)
    ? NS.ec
    : algorithm === ALG.enveloped
      ? algorithm
      : undefined;
  const inner = childrenOf(element);
  return (
    inner.length <= 1 &&
    inner.every((each) => each.namespace === namespace && each.local === 'InclusiveNamespaces')
  );
}

function findAlgorithmFault(info: XmlElement, reference: XmlElement): Fault | undefined {
  const canonicalization = algorithmOf(info, 'CanonicalizationMethod');
  const method = algorithmOf(info, 'SignatureMethod');
  const digest = algorithmOf(reference, 'DigestMethod');
  const cannot = (name: string) =>
    fault('algorithm-not-supported', `The algorithm "${name}" cannot be verified here.`);
  const methods = [childOf(info, NS.ds, 'SignatureMethod'), childOf(reference, NS.ds, 'DigestMethod')];
  if (methods.some((element) => element !== undefined && childrenOf(element).length > 0)) {
    return fault('malformed', 'SignatureMethod or DigestMethod has parameters that are not allowed.');
  }
  if (!canonicalForms.includes(canonicalization)) return cannot(canonicalization);
  if (!supportsSignature(method)) return cannot(method);
  if (!supportsDigest(digest)) return cannot(digest);
  const element = childOf(info, NS.ds, 'CanonicalizationMethod');
  if (element === undefined || hasAllowedParameters(element)) return undefined;
  return fault('malformed', 'CanonicalizationMethod has parameters that are not allowed.');
}

function transformsOf(reference: XmlElement): readonly XmlElement[] {
  return childrenOf(reference, NS.ds, 'Transforms').flatMap((each) => childrenOf(each, NS.ds, 'Transform'));
}

function algorithmOf(parent: XmlElement | undefined, local: string): string {
  const element = parent === undefined ? undefined : childOf(parent, NS.ds, local);
  return (element === undefined ? undefined : attr(element, 'Algorithm')) ?? '';
}

/** A reason why a signature does not verify. */
export function fault(code: SignatureFault, message: string): Fault {
  return { code, message };
}
