import type { XmlElement } from '../model/xml.ts';
import { type CanonicalForm, canonicalForms, type Part } from './canonical.ts';
import { canonicalizeOwn } from './canonical-own.ts';
import { digestForged } from './forge-algorithms.ts';
import { ALG, NS } from './namespaces.ts';
import { NotSignable } from './not-signable.ts';
import { parseOwn } from './parse-own.ts';
import { attr, attrNs, childrenOf, descendants, startTagEnd, stepsTo } from './tree.ts';

/** A canonicalization that gives the empty text, as those of some libraries do where they fail. */
export const VOID = 'void';

export interface Filling {
  /** Makes the SignatureValue by the algorithm that the template names (URI) over the canonical SignedInfo. */
  readonly sign: (algorithm: string, data: Buffer) => Buffer;
  /** Base64 DER for empty X509Certificate elements. */
  readonly certificateDer?: string;
  /** How SignedInfo is canonicalized, whatever the template says of it: a URI that is known here, or `VOID`. */
  readonly canonicalization?: string;
}

/** True when the element with this Id is a Signature that `fillSignature` can fill in. */
export function isTemplate(xml: string, templateId: string): boolean {
  return xml.includes(`Id="${templateId}"`) && findTemplate(rootOf(xml), templateId) !== undefined;
}

/**
 * Fills in a Signature that stands in the document already: its empty DigestValues, its SignatureValue and its
 * X509Certificate. Everything else is taken as it is written, however odd; the attribute `Id` that marks the template is
 * taken out. @throws NotSignable when there is no such template, or a digest cannot be computed and is not given
 */
export function fillSignature(xml: string, templateId: string, filling: Filling): string {
  const root = rootOf(xml);
  const signature = findTemplate(root, templateId);
  if (signature === undefined) throw new NotSignable(`There is no Signature with the Id "${templateId}".`);
  const empty = (local: string) =>
    [...ownDescendants(signature)].filter((each) => each.local === local && each.children.length === 0);
  // Filling in values moves no element, so that one reading of the document serves to the end.
  const marker = markerIn(xml, signature);
  const unmarked = edit(xml, [marker]);
  const values = empty('DigestValue').map((value) =>
    insertion(xml, value, digestFor(value, unmarked, root, signature)),
  );
  const certificates = empty('X509Certificate').map((element) =>
    insertion(xml, element, filling.certificateDer ?? ''),
  );
  const edits = [marker, ...values, ...certificates];
  const signed = empty('SignatureValue').map((element) => {
    const algorithm = algorithmOf(inside(signature, 'SignedInfo'), 'SignatureMethod');
    const data = Buffer.from(
      signedInfoText(edit(xml, edits), root, signature, filling.canonicalization),
      'utf8',
    );
    return insertion(xml, element, filling.sign(algorithm, data).toString('base64'));
  });
  return edit(xml, [...edits, ...signed]);
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function edit(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.from - one.from)
    .reduce((edited, { from, to, text: put }) => edited.slice(0, from) + put + edited.slice(to), text);
}

function insertion(xml: string, element: XmlElement, text: string): Edit {
  const at = startTagEnd(xml, element);
  return { from: at, to: at, text };
}

function markerIn(xml: string, signature: XmlElement): Edit {
  const tag = xml.slice(signature.start, startTagEnd(xml, signature));
  const marker = /\s+Id="[^"]*"/.exec(tag);
  const from = signature.start + (marker?.index ?? 0);
  return { from, to: from + (marker?.[0].length ?? 0), text: '' };
}

/** Canonical text of what a Reference is to, transformed as it says. @throws NotSignable where it cannot be told here */
export function referencedText(
  text: string,
  root: XmlElement,
  signature: XmlElement,
  reference: XmlElement,
): string {
  const uri = attr(reference, 'URI');
  const wanted = uri === undefined ? undefined : targetOf(uri, root);
  if (wanted === undefined)
    throw new NotSignable(`The Reference to "${uri}" cannot be resolved: give its digest.`);
  const transforms = childrenOf(reference).find(({ local }) => local === 'Transforms');
  const steps = transforms === undefined ? [] : childrenOf(transforms);
  const names = steps.map((step) => attr(step, 'Algorithm') ?? '');
  const unknown = names.find((name) => name !== ALG.enveloped && !canonicalForms.includes(name));
  if (unknown !== undefined)
    throw new NotSignable(`The transform "${unknown}" is not run here: give the digest.`);
  const last = steps.filter((step) => attr(step, 'Algorithm') !== ALG.enveloped).at(-1);
  const own = stepsTo(root, signature);
  const part: Part = {
    ...(wanted === root && uri === '' ? {} : { element: stepsTo(root, wanted) ?? '/*' }),
    ...(names.includes(ALG.enveloped) && own !== undefined ? { without: own } : {}),
  };
  return canonicalizeOwn(text, part, formOf(last, uri?.startsWith('#xpointer') === true));
}

/** XML Signature 4.4.3.3: what a bare name or the empty URI refers to has no comments; an XPointer keeps them. */
function formOf(method: XmlElement | undefined, keepsComments: boolean): CanonicalForm {
  const algorithm = (method === undefined ? undefined : attr(method, 'Algorithm')) ?? ALG.c14n;
  const comments = keepsComments && algorithm.endsWith('#WithComments');
  return { algorithm, prefixes: method === undefined ? [] : prefixesOf(method), comments };
}

function signedInfoText(text: string, root: XmlElement, signature: XmlElement, forced?: string): string {
  if (forced === VOID) return '';
  const info = inside(signature, 'SignedInfo');
  const method = info && inside(info, 'CanonicalizationMethod');
  const claimed = forced ?? (method === undefined ? '' : (attr(method, 'Algorithm') ?? ''));
  const algorithm = canonicalForms.includes(claimed) ? claimed : ALG.excC14n;
  const prefixes = method === undefined ? [] : prefixesOf(method);
  const element = info === undefined ? undefined : stepsTo(root, info);
  if (element === undefined) throw new NotSignable('The template has no SignedInfo.');
  return canonicalizeOwn(
    text,
    { element },
    { algorithm, prefixes, comments: algorithm.endsWith('#WithComments') },
  );
}

function digestFor(value: XmlElement, text: string, root: XmlElement, signature: XmlElement): string {
  const reference = [...descendants(signature)].find((each) => each.children.includes(value));
  if (reference === undefined) throw new NotSignable('A DigestValue stands outside of a Reference.');
  return digestForged(
    algorithmOf(reference, 'DigestMethod'),
    referencedText(text, root, signature, reference),
  );
}

/** What is in the signature, but for what its Objects hold: a message in there has values of its own. */
function* ownDescendants(element: XmlElement): Generator<XmlElement> {
  for (const child of childrenOf(element)) {
    if (child.local === 'Object') continue;
    yield child;
    yield* ownDescendants(child);
  }
}

function findTemplate(root: XmlElement, templateId: string): XmlElement | undefined {
  return [...descendants(root)].find((each) => each.local === 'Signature' && attr(each, 'Id') === templateId);
}

function rootOf(xml: string): XmlElement {
  const { root, problems } = parseOwn(xml);
  if (root === undefined)
    throw new NotSignable(`Cannot sign: ${problems[0]?.message ?? 'there is no root element.'}`);
  return root;
}

function targetOf(uri: string, root: XmlElement): XmlElement | undefined {
  if (uri === '' || uri === '#xpointer(/)') return root;
  const id = /^#xpointer\(id\('([^']+)'\)\)$/.exec(uri)?.[1] ?? /^#([^()]+)$/.exec(uri)?.[1];
  if (id === undefined) return undefined;
  const kinds = [
    (each: XmlElement) => attr(each, 'ID'),
    (each: XmlElement) => attr(each, 'Id') ?? attr(each, 'id') ?? attrNs(each, NS.xml, 'id'),
  ];
  return kinds.flatMap((idOf) => [...descendants(root)].find((each) => idOf(each) === id) ?? [])[0];
}

function prefixesOf(method: XmlElement): readonly string[] {
  const list = childrenOf(method, NS.ec, 'InclusiveNamespaces')[0];
  return (list === undefined ? '' : (attr(list, 'PrefixList') ?? '')).split(/\s+/).filter(Boolean);
}

/** The first child of that local name, of whatever namespace: a template may be in a wrong one. */
function inside(element: XmlElement, local: string): XmlElement | undefined {
  return childrenOf(element).find((child) => child.local === local);
}

function algorithmOf(parent: XmlElement | undefined, local: string): string {
  const element = parent === undefined ? undefined : inside(parent, local);
  return (element === undefined ? undefined : attr(element, 'Algorithm')) ?? '';
}
