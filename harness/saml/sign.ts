import type { KeyObject } from 'node:crypto';
import { canonicalizeOwn } from './canonical-own.ts';
import { fillSignature } from './fill-signature.ts';
import { digestForged, signForged } from './forge-algorithms.ts';
import { ALG, NS } from './namespaces.ts';
import { NotSignable } from './not-signable.ts';
import { parseOwn } from './parse-own.ts';
import { attr, childOf, descendants, startTagEnd, stepsTo } from './tree.ts';
import { writeSignature } from './write-signature.ts';

export interface SignOptions {
  readonly privateKeyPem: string;
  /** The same key, where it was read before: reading it takes longer than signing. */
  readonly privateKey?: KeyObject;
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

const templateId = 'countersign-template';

/**
 * Signs the first element with this ID by an enveloped signature, put right after its Issuer, else as its
 * first child (SAML Core 5.4.2 and the schemas). All other text stays as it is, byte for byte.
 * @throws NotSignable when the text is not XML or has no such element
 */
export function signElement(xml: string, elementId: string, options: SignOptions): string {
  const { root, problems } = parseOwn(xml);
  if (root === undefined)
    throw new NotSignable(`Cannot sign: ${problems[0]?.message ?? 'there is no root element.'}`);
  const element = [...descendants(root)].find((each) => attr(each, 'ID') === elementId);
  if (element === undefined) throw new NotSignable(`Cannot sign: no element has the ID "${elementId}".`);
  const { certificateDer, signatureAlgorithm, canonicalizationAlgorithm } = options;
  const key = options.privateKey ?? options.privateKeyPem;
  const { digestAlgorithm = ALG.sha256, inclusivePrefixes: prefixes = [], transforms } = options;
  // The digest is made before the signature is there, so that odd transforms sign what the ordinary ones do.
  const content = contentOf(xml, stepsTo(root, element) ?? '/*', options);
  const signature = writeSignature({
    templateId,
    ...(canonicalizationAlgorithm === undefined ? {} : { canonicalization: canonicalizationAlgorithm }),
    ...(signatureAlgorithm === undefined ? {} : { signatureMethod: signatureAlgorithm }),
    ...(options.omitKeyInfo === true ? { keyInfo: null } : {}),
    references: [
      {
        uri: options.wholeDocument === true ? '' : `#${elementId}`,
        ...(transforms === undefined ? {} : { transforms }),
        prefixes,
        digestMethod: digestAlgorithm,
        digestValues: [digestForged(digestAlgorithm, content)],
      },
    ],
  });
  const opened = openTag(xml, element);
  const at = childOf(element, NS.saml, 'Issuer')?.end ?? startTagEnd(opened, element);
  return fillSignature(opened.slice(0, at) + signature + opened.slice(at), templateId, {
    certificateDer,
    sign: (algorithm, data) => signForged(algorithm, data, key),
  });
}

/** Canonical text of what is signed. A same-document reference has no comments (XML Signature 4.4.3.3). */
function contentOf(xml: string, steps: string, options: SignOptions): string {
  const last = (options.transforms ?? [ALG.excC14n]).at(-1) ?? '';
  const algorithm = last === ALG.excC14n || last === ALG.excC14nWithComments ? last : ALG.c14n;
  const part = options.wholeDocument === true ? {} : { element: steps };
  return canonicalizeOwn(xml, part, {
    algorithm,
    prefixes: options.inclusivePrefixes ?? [],
    comments: false,
  });
}

/** An empty-element tag is opened, so that there is a place for the signature. */
function openTag(
  xml: string,
  element: { readonly start: number; readonly end: number; readonly name: string },
) {
  const text = xml.slice(element.start, element.end);
  if (!text.endsWith('/>')) return xml;
  const opened = `${text.slice(0, -2).trimEnd()}></${element.name}>`;
  return xml.slice(0, element.start) + opened + xml.slice(element.end);
}
