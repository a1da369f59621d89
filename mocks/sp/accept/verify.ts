import { createHash } from 'node:crypto';
import { type CanonicalForm, CanonicalizationError, canonicalize } from '../../core/saml/canonicalize.ts';
import { must, need, Refusal } from '../../core/saml/refusal.ts';
import { checkIdsAreUnique } from '../../core/saml/unique-ids.ts';
import { attribute, type Element, ns } from '../../core/saml/xml.ts';
import type { Provider, VerificationKey } from '../providers.ts';
import { enveloped, formOf, impliedForm } from './algorithms.ts';
import { children, quote } from './find.ts';
import { checkForm } from './signature-form.ts';
import type { Reference, Run, SignatureFacts, Signed } from './types.ts';

/** The provider's keys for signing, and no other source of keys: KeyInfo is not even looked at (Core 5.4.5). */
export function findKeys(
  _facts: SignatureFacts,
  { signing }: Provider,
  run: Run,
): readonly VerificationKey[] {
  return signing.filter(({ publicKey }) => isLongEnough(publicKey.asymmetricKeyDetails?.modulusLength, run));
}

function isLongEnough(bits: number | undefined, { steps }: Run): boolean {
  return bits === undefined || bits >= steps.limits.rsaBits;
}

export function verifyValue(facts: SignatureFacts, keys: readonly VerificationKey[], run: Run): boolean {
  const holds = run.steps.algorithms.signature[facts.method];
  return holds?.(signedInfoOf(facts, run), facts.value, keys, facts.methodElement, run) ?? false;
}

/** SignedInfo as its signature covers it. */
export function signedInfoOf({ canonicalization, signedInfo }: SignatureFacts, { steps }: Run): Buffer {
  const { algorithm, prefixes } = canonicalization;
  const form = need(formOf(algorithm, prefixes), `CanonicalizationMethod ${quote(algorithm)} is not known`);
  return Buffer.from(steps.canonicalize(signedInfo, form), 'utf8');
}

/** The element that the signature stands in; that the URI names it was seen before. */
export function resolve(_reference: Reference, { owner }: SignatureFacts): Element {
  return owner;
}

export function transform(
  target: Element,
  reference: Reference,
  facts: SignatureFacts,
  run: Run,
): string | Buffer {
  let form = formOf(impliedForm, []);
  let without: Element | undefined;
  for (const { algorithm, prefixes } of reference.transforms) {
    if (algorithm === enveloped) without = facts.element;
    else form = need(formOf(algorithm, prefixes), `Transform ${quote(algorithm)} is not known`);
  }
  return run.steps.canonicalize(target, need(form, 'There is no canonical form'), without);
}

export function canonicalizeStrictly(element: Element, form: CanonicalForm, without?: Element): string {
  try {
    return canonicalize(element, form, without);
  } catch (error) {
    if (error instanceof CanonicalizationError) throw new Refusal(`No canonical form: ${error.message}`);
    throw error;
  }
}

export function readDigest({ element }: Reference, _container: Element, run: Run): Buffer {
  return Buffer.from(children(run, element, ns.ds, 'DigestValue')[0]?.text ?? '', 'base64');
}

export function digestHolds(
  text: string | Buffer,
  { digestMethod }: Reference,
  wanted: Buffer,
  run: Run,
): boolean {
  const hash = run.steps.algorithms.digest[digestMethod];
  return hash !== undefined && createHash(hash).update(text).digest().equals(wanted);
}

/** Form first, then the value over SignedInfo, then the digest of what it refers to. */
export async function verifySignature(
  signature: Element,
  container: Element,
  provider: Provider,
  run: Run,
): Promise<Signed> {
  const { steps } = run;
  const facts = steps.readSignature(signature, run);
  checkForm(facts, run);
  const keys = await steps.findKeys(facts, provider, run);
  must(
    steps.verifyValue(facts, keys, run),
    `Signature of "${facts.owner.local}" does not hold by any key of the identity provider`,
  );
  const covered = facts.references.map((reference) => verifyReference(reference, facts, container, run));
  return need(covered[0], 'Signature refers to nothing');
}

export function verifyReference(
  reference: Reference,
  facts: SignatureFacts,
  container: Element,
  run: Run,
): Signed {
  const { steps } = run;
  const element = steps.resolve(reference, facts, container, run);
  const text = steps.transform(element, reference, facts, run);
  const wanted = steps.readDigest(reference, container, run);
  must(steps.digestHolds(text, reference, wanted, run), `"${element.local}" is not what was signed`);
  return { element, text };
}

/** Every signature that is there must hold. */
export async function collectSigned(
  container: Element,
  provider: Provider,
  run: Run,
): Promise<readonly Signed[]> {
  const signed: Signed[] = [];
  for (const signature of run.steps.findSignatures(container, run))
    signed.push(await run.steps.verifySignature(signature, container, provider, run));
  return signed;
}

/** Whatever a library might take for an ID is one element's alone (Core 1.3.4). */
export function checkIds(root: Element): void {
  checkIdsAreUnique(root);
}

/** The provider that the message names as its issuer; one that both parts name, if both do. */
export function findProvider(response: Element, run: Run): Provider {
  const names = [response, ...children(run, response, ns.saml, 'Assertion')]
    .flatMap((element) => children(run, element, ns.saml, 'Issuer'))
    .map((issuer) => run.steps.textOf(issuer));
  must(new Set(names).size <= 1, `Issuers ${names.map(quote).join(' and ')} differ`);
  return need(
    findByName(names[0], run),
    names[0] === undefined ? 'Message has no Issuer' : `Issuer ${quote(names[0])} is not trusted`,
  );
}

/** The provider of exactly that name. */
export function findByName(name: string | undefined, run: Run): Provider | undefined {
  if (name === undefined) return undefined;
  return run.providers.list().find(({ entityId }) => run.steps.isAddress(name, entityId, run));
}

export function idOf(element: Element): string {
  return attribute(element, 'ID') ?? '';
}
