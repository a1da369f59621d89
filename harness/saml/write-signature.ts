import { ALG, NS } from './namespaces.ts';

/** One ds:Reference as it is written. */
export interface ReferenceParts {
  /** The attribute is left out when this is absent. */
  readonly uri?: string;
  /** URIs, or URIs with what their elements contain; enveloped-signature, exclusive canonicalization unless given. */
  readonly transforms?: readonly (string | { readonly algorithm: string; readonly content: string })[];
  /** PrefixList of the exclusive canonicalization among the transforms. */
  readonly prefixes?: readonly string[];
  /** SHA-256 unless given; `null` leaves the element out. */
  readonly digestMethod?: string | null;
  /** Each gets an element; one empty one, which `fillSignature` fills in, unless given. */
  readonly digestValues?: readonly string[];
}

/** A ds:Signature as it is written; all that is not given has the ordinary form of SAML. */
export interface SignatureParts {
  /** Marks it as a template for `fillSignature`, which takes the attribute out again. */
  readonly templateId?: string;
  readonly references: readonly ReferenceParts[];
  /** Algorithm of CanonicalizationMethod, and the element's content. */
  readonly canonicalization?: string;
  readonly canonicalizationContent?: string;
  /** Algorithm of SignatureMethod, and the element's content; `null` leaves the element out. */
  readonly signatureMethod?: string | null;
  readonly signatureMethodContent?: string;
  readonly signatureValue?: string;
  /** What KeyInfo contains; an empty X509Certificate is filled in. `null` leaves the element out. */
  readonly keyInfo?: string | null;
  /** Elements after KeyInfo, ds:Object as a rule. */
  readonly objects?: string;
  /** Namespace of all of it; XML Signature's unless given. */
  readonly namespace?: string;
}

/** X509Data round certificates (base64 DER); an empty one stands for the signer's. */
export function x509Data(...certificates: readonly string[]): string {
  const inner = certificates.map((der) => `<ds:X509Certificate>${der}</ds:X509Certificate>`);
  return `<ds:X509Data>${inner.join('')}</ds:X509Data>`;
}

/** Writes a ds:Signature with the prefix `ds`. */
export function writeSignature(parts: SignatureParts): string {
  const { templateId, namespace = NS.ds, signatureValue = '', keyInfo = x509Data(''), objects = '' } = parts;
  const { canonicalization = ALG.excC14n, canonicalizationContent = '' } = parts;
  const { signatureMethod = ALG.rsaSha256, signatureMethodContent = '' } = parts;
  return [
    `<ds:Signature xmlns:ds="${namespace}"${templateId === undefined ? '' : ` Id="${templateId}"`}><ds:SignedInfo>`,
    element('CanonicalizationMethod', canonicalization, canonicalizationContent),
    signatureMethod === null ? '' : element('SignatureMethod', signatureMethod, signatureMethodContent),
    ...parts.references.map(writeReference),
    `</ds:SignedInfo><ds:SignatureValue>${signatureValue}</ds:SignatureValue>`,
    keyInfo === null ? '' : `<ds:KeyInfo>${keyInfo}</ds:KeyInfo>`,
    `${objects}</ds:Signature>`,
  ].join('');
}

/** Writes a ds:Reference with the prefix `ds`, which must be bound where it is put. */
export function writeReference(parts: ReferenceParts): string {
  const { uri, transforms = [ALG.enveloped, ALG.excC14n], prefixes = [] } = parts;
  const { digestMethod = ALG.sha256, digestValues = [''] } = parts;
  const list = `<ec:InclusiveNamespaces xmlns:ec="${NS.ec}" PrefixList="${prefixes.join(' ')}"/>`;
  const steps = transforms.map((transform) => {
    if (typeof transform !== 'string') return element('Transform', transform.algorithm, transform.content);
    const exclusive = transform === ALG.excC14n || transform === ALG.excC14nWithComments;
    return element('Transform', transform, exclusive && prefixes.length > 0 ? list : '');
  });
  return [
    `<ds:Reference${uri === undefined ? '' : ` URI="${uri}"`}>`,
    steps.length === 0 ? '' : `<ds:Transforms>${steps.join('')}</ds:Transforms>`,
    digestMethod === null ? '' : element('DigestMethod', digestMethod, ''),
    ...digestValues.map((value) => `<ds:DigestValue>${value}</ds:DigestValue>`),
    '</ds:Reference>',
  ].join('');
}

function element(name: string, algorithm: string, content: string): string {
  const tag = `ds:${name} Algorithm="${algorithm}"`;
  return content === '' ? `<${tag}/>` : `<${tag}>${content}</ds:${name}>`;
}
