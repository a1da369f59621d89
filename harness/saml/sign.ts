import type { XmlElement } from '../model/xml.ts';
import { digestText, signBytes } from './algorithms.ts';
import { canonicalize } from './canonical.ts';
import { metadataLimits } from './limits.ts';
import { ALG, NS } from './namespaces.ts';
import { parseXml } from './parse.ts';
import { attr, childOf, descendants, startTagEnd, stepsTo } from './tree.ts';

export interface SignOptions {
  readonly privateKeyPem: string;
  /** Base64 DER of the certificate for KeyInfo. */
  readonly certificateDer: string;
  /** Algorithm URI; RSA with SHA-256 unless given. */
  readonly signatureAlgorithm?: string;
  /** Algorithm URI; SHA-256 unless given. */
  readonly digestAlgorithm?: string;
  /** Exclusive canonicalization unless given. */
  readonly canonicalizationAlgorithm?: string;
  /** Enveloped signature and exclusive canonicalization unless given; the last one decides the canonical form. */
  readonly transforms?: readonly string[];
  /** Prefixes for InclusiveNamespaces of the exclusive canonicalization of the content. */
  readonly inclusivePrefixes?: readonly string[];
  readonly omitKeyInfo?: boolean;
  /** Refers to the whole document by an empty URI; the element must be the root. */
  readonly wholeDocument?: boolean;
}

/**
 * Signs the first element with this ID by an enveloped signature, put right after its Issuer, else as its
 * first child (SAML Core 5.4.2 and the schemas). All other text stays as it is, byte for byte. Throws when
 * the text is not XML or has no such element.
 */
export function signElement(xml: string, elementId: string, options: SignOptions): string {
  const { root, problems } = parseXml(xml, metadataLimits);
  if (root === undefined)
    throw new Error(`Cannot sign: ${problems[0]?.message ?? 'there is no root element.'}`);
  const element = [...descendants(root)].find((each) => attr(each, 'ID') === elementId);
  if (element === undefined) throw new Error(`Cannot sign: no element has the ID "${elementId}".`);
  const steps = stepsTo(root, element) ?? '/*';
  const digest = digestText(options.digestAlgorithm ?? ALG.sha256, contentOf(xml, steps, options));
  const opened = openTag(xml, element);
  const issuer = childOf(element, NS.saml, 'Issuer');
  const at = issuer?.end ?? startTagEnd(opened, element);
  const before = opened.slice(0, at);
  const after = opened.slice(at);
  const unvalued = before + signatureXml(elementId, digest, '', options) + after;
  const algorithm = options.canonicalizationAlgorithm ?? ALG.excC14n;
  const info = { element: `${steps}/*[${issuer === undefined ? 1 : positionOf(element, issuer) + 1}]/*[1]` };
  const form = { algorithm, prefixes: [], comments: algorithm.endsWith('#WithComments') };
  const data = Buffer.from(canonicalize(unvalued, info, form), 'utf8');
  const value = signBytes(options.signatureAlgorithm ?? ALG.rsaSha256, data, options.privateKeyPem);
  return before + signatureXml(elementId, digest, value.toString('base64'), options) + after;
}

/** Canonical text of what is signed. A same-document reference has no comments (XML Signature 4.4.3.3). */
function contentOf(xml: string, steps: string, options: SignOptions): string {
  const last = (options.transforms ?? [ALG.excC14n]).at(-1) ?? '';
  const algorithm = last === ALG.excC14n || last === ALG.excC14nWithComments ? last : ALG.c14n;
  const part = options.wholeDocument === true ? {} : { element: steps };
  return canonicalize(xml, part, { algorithm, prefixes: options.inclusivePrefixes ?? [], comments: false });
}

function signatureXml(elementId: string, digest: string, value: string, options: SignOptions): string {
  const transforms = (options.transforms ?? [ALG.enveloped, ALG.excC14n]).map((algorithm) => {
    const exclusive = algorithm === ALG.excC14n || algorithm === ALG.excC14nWithComments;
    const prefixes = exclusive ? (options.inclusivePrefixes ?? []) : [];
    const list = `<ec:InclusiveNamespaces xmlns:ec="${NS.ec}" PrefixList="${prefixes.join(' ')}"/>`;
    return `<ds:Transform Algorithm="${algorithm}">${prefixes.length === 0 ? '' : list}</ds:Transform>`;
  });
  const keyInfo =
    `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${options.certificateDer}` +
    '</ds:X509Certificate></ds:X509Data></ds:KeyInfo>';
  return [
    `<ds:Signature xmlns:ds="${NS.ds}"><ds:SignedInfo>`,
    `<ds:CanonicalizationMethod Algorithm="${options.canonicalizationAlgorithm ?? ALG.excC14n}"/>`,
    `<ds:SignatureMethod Algorithm="${options.signatureAlgorithm ?? ALG.rsaSha256}"/>`,
    `<ds:Reference URI="${options.wholeDocument === true ? '' : `#${elementId}`}"><ds:Transforms>${transforms.join('')}</ds:Transforms>`,
    `<ds:DigestMethod Algorithm="${options.digestAlgorithm ?? ALG.sha256}"/>`,
    `<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>`,
    `<ds:SignatureValue>${value}</ds:SignatureValue>`,
    options.omitKeyInfo === true ? '' : keyInfo,
    '</ds:Signature>',
  ].join('');
}

/** An empty-element tag is opened, so that there is a place for the signature. */
function openTag(xml: string, element: XmlElement): string {
  const text = xml.slice(element.start, element.end);
  if (!text.endsWith('/>')) return xml;
  const opened = `${text.slice(0, -2).trimEnd()}></${element.name}>`;
  return xml.slice(0, element.start) + opened + xml.slice(element.end);
}

/** Position of a child among the child elements, counted from 1. */
function positionOf(parent: XmlElement, child: XmlElement): number {
  return parent.children.filter(({ kind }) => kind === 'element').indexOf(child) + 1;
}
