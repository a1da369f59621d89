import { createHash } from 'node:crypto';
import type { SignerName } from '../../model/attack.ts';
import type { MutationContext } from '../../model/mutation.ts';
import type { XmlElement } from '../../model/xml.ts';
import { canonicalizeOwn } from '../../saml/canonical-own.ts';
import { fillSignature } from '../../saml/fill-signature.ts';
import { authenticate } from '../../saml/forge-algorithms.ts';
import { ALG, NS } from '../../saml/namespaces.ts';
import { childOf, stepsTo } from '../../saml/tree.ts';
import { type SignatureParts, writeSignature } from '../../saml/write-signature.ts';
import { attributeOf, EditError, findElement, findIn, insertAfter, insertFirst, rootOf } from './edit.ts';
import { removeSignatures } from './sign-response.ts';

const templateId = 'countersign-template';

/** Fills in the one template of a document. */
export type Fill = (xml: string, templateId: string) => string;

/** Fills in as one of the signers does. `canonicalization` is what is done, whatever the template says. */
export function bySigner(
  { forgeSignature }: MutationContext,
  as: SignerName,
  canonicalization?: string,
): Fill {
  const signature = canonicalization === undefined ? { as } : { as, canonicalization };
  return (xml, id) => forgeSignature(xml, id, signature);
}

/** Fills in by an HMAC with this secret; `cut` takes of it what the message claims to be enough. */
export function bySecret(
  secret: Buffer | string,
  certificateDer: string,
  cut: (value: Buffer) => Buffer = (value) => value,
): Fill {
  return (xml, id) =>
    fillSignature(xml, id, {
      certificateDer,
      sign: (algorithm, data) => cut(authenticate(algorithm, data, secret)),
    });
}

/** An element that is about to be signed. */
export interface Signable {
  readonly id: string;
  /** Canonical text (exclusive) of the element as it is now, without a signature. */
  readonly text: string;
  /** The whole message, in which it is. */
  readonly xml: string;
  readonly path: string;
}

export interface SignAgainOptions {
  /** Made before the new signature, on the message without any. */
  readonly change?: (unsigned: string) => string;
  /** How the new signatures look: of the ordinary form unless given. */
  readonly parts?: (signable: Signable) => Omit<SignatureParts, 'templateId'>;
  readonly fill: Fill;
}

/** Signs anew whatever the message has signed, assertion, Response or both, in another way. */
export function signAgain(xml: string, { change, parts, fill }: SignAgainOptions): string {
  const unsigned = removeSignatures(xml);
  return signedPaths(xml).reduce(
    (text, path) => signAt(text, path, { fill, ...(parts === undefined ? {} : { parts }) }),
    change === undefined ? unsigned : change(unsigned),
  );
}

/** Signs the element at this path, which has no signature, by one after its Issuer. */
export function signAt(xml: string, path: string, options: Omit<SignAgainOptions, 'change'>): string {
  const { parts = ({ id }: Signable) => ({ references: [{ uri: `#${id}` }] }), fill } = options;
  const signable = { id: attributeOf(xml, path, 'ID'), text: canonicalText(xml, path), xml, path };
  const template = writeSignature({ templateId, ...parts(signable) });
  return fill(insertSignature(xml, path, template), templateId);
}

/** Puts a template where it is given as a fragment, and fills it in. */
export function fillTemplate(
  parts: Omit<SignatureParts, 'templateId'>,
  put: (template: string) => string,
  fill: Fill,
): string {
  return fill(put(writeSignature({ templateId, ...parts })), templateId);
}

/** Puts a signature where SAML wants it: right after the Issuer of the element, else as its first child. */
export function insertSignature(xml: string, path: string, signature: string): string {
  const issuer = childOf(findElement(xml, path), NS.saml, 'Issuer');
  return issuer === undefined
    ? insertFirst(xml, path, signature)
    : insertAfter(xml, `${path}/Issuer`, signature);
}

/** Paths of what the message has signed, the inner one first, since the outer signature covers it. */
export function signedPaths(xml: string): readonly ('Response/Assertion' | 'Response')[] {
  const response = findElement(xml, 'Response');
  const assertion = childOf(response, NS.saml, 'Assertion');
  return [
    ...(assertion !== undefined && hasSignature(assertion) ? (['Response/Assertion'] as const) : []),
    ...(hasSignature(response) ? (['Response'] as const) : []),
  ];
}

/** The message without signatures. @throws EditError when this element, which the attack is about, had none */
export function unsign(xml: string, path: 'Response/Assertion' | 'Response'): string {
  if (!signedPaths(xml).includes(path)) throw new EditError(`Nothing to sign anew: "${path}" is not signed.`);
  return removeSignatures(xml);
}

/** Exclusive canonical text of an element, without comments. */
export function canonicalText(xml: string, path: string, prefixes: readonly string[] = []): string {
  const root = rootOf(xml);
  const element = stepsTo(root, findIn(root, path)) ?? '/*';
  return canonicalizeOwn(xml, { element }, { algorithm: ALG.excC14n, prefixes, comments: false });
}

/** An ID that nobody has used before: another one for every message and every purpose, and always the same for both. */
export function freshId(xml: string, purpose: string): string {
  const seed = `${attributeOf(xml, 'Response', 'ID')} ${purpose}`;
  return `_${createHash('sha256').update(seed).digest('hex').slice(0, 40)}`;
}

function hasSignature(element: XmlElement): boolean {
  return childOf(element, NS.ds, 'Signature') !== undefined;
}
