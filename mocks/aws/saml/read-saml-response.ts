import type { ResponseFacts } from '../../../harness/aws/assertion-facts.ts';
import { decodeBase64 } from '../../core/saml/decode.ts';
import { decryptAssertion } from '../../core/saml/decrypt.ts';
import type { TrustedIdp } from '../../core/saml/idp-entity.ts';
import { must, Refusal } from '../../core/saml/refusal.ts';
import { verifyEither, verifyMessage, withoutResponseSignature } from '../../core/saml/signature.ts';
import { checkSignatureShape } from '../../core/saml/signature-shape.ts';
import { checkIdsAreUnique } from '../../core/saml/unique-ids.ts';
import { attribute, childrenOf, type Element, everyElement, ns, parse } from '../../core/saml/xml.ts';
import { issuerOf, readAssertionFacts } from './assertion-facts.ts';

/** Whose message it should be. */
export interface ReadOptions {
  /** The identity provider to verify with, by the message's Issuer; undefined when none is known. */
  readonly trustFor: (issuer: string | undefined) => TrustedIdp | undefined;
  /** PEM of the keys that open encrypted assertions. */
  readonly privateKeys: readonly string[];
  /** AWS does not say whether it takes SHA-1. */
  readonly acceptSha1: boolean;
  /** Base64 characters that are read. */
  readonly maxLength: number;
}

export interface SamlReading {
  readonly response: ResponseFacts;
  readonly issuer: string | undefined;
  readonly assertionId: string | undefined;
  /** What the answer does not tell: why it cannot be read, or why no signature counts. For the event log. */
  readonly problem: string | undefined;
}

/**
 * Reads a SAMLResponse parameter for a decision that is made elsewhere. Only faults of form end the reading: a message
 * whose signature does not count is read as well, and said to be unverified.
 */
export function readSamlResponse(encoded: string, options: ReadOptions): SamlReading {
  const xml = attempt(() => decodeBase64(encoded, options.maxLength));
  if (typeof xml !== 'string') return unreadable('not-base64', xml.problem);
  const root = parse(xml);
  if ('problem' in root) return unreadable('not-xml', root.problem);
  if (root.namespace !== ns.samlp || root.local !== 'Response')
    return unreadable('not-xml', `Root element "${root.local}" is not a Response`);
  const found = everyAssertion(root);
  // Of several, none is read: which one was meant is not for the reader to guess.
  const [plain] = found === 1 ? childrenOf(root, ns.saml, 'Assertion') : [];
  const [encrypted] = found === 1 ? childrenOf(root, ns.saml, 'EncryptedAssertion') : [];
  const isEncrypted = encrypted !== undefined;
  const opened = isEncrypted
    ? openEncrypted(xml, root, encrypted, options)
    : openPlain(xml, root, plain, options);
  const { assertion, problem } = opened;
  return {
    issuer: issuerOf(assertion ?? root),
    assertionId: assertion && attribute(assertion, 'ID'),
    problem,
    response: {
      readable: true,
      facts: readAssertionFacts(root, assertion, {
        assertionCount: found,
        encrypted: isEncrypted,
        decrypted: isEncrypted && assertion !== undefined,
        signatureVerifiedByProvider: opened.verified,
      }),
    },
  };
}

/** An assertion, read from signed bytes where `verified` is true. */
interface Opened {
  readonly assertion: Element | undefined;
  readonly verified: boolean;
  readonly problem?: string;
}

function openPlain(xml: string, root: Element, raw: Element | undefined, options: ReadOptions): Opened {
  const trust = options.trustFor(issuerOf(raw ?? root));
  const signed = attempt(() => {
    must(trust !== undefined, 'There are no certificates to verify with');
    checkIdsAreUnique(root);
    checkNotes(raw);
    const parts = checkSignatureShape(root, raw, options.acceptSha1);
    if (raw === undefined) {
      must(verifyMessage(xml, trust) !== undefined, 'Signature is not valid');
      return undefined;
    }
    const text = verifyEither(xml, parts, trust);
    must(text !== undefined, 'Signature is not valid');
    return readSigned(text, raw);
  });
  if (signed !== undefined && 'problem' in signed)
    return { assertion: raw, verified: false, problem: signed.problem };
  return { assertion: signed, verified: true };
}

function readSigned(text: string, raw: Element): Element {
  const signed = parse(text);
  if ('problem' in signed) throw new Refusal(`Signed assertion cannot be parsed: ${signed.problem}`);
  const isThatOne =
    signed.namespace === ns.saml &&
    signed.local === 'Assertion' &&
    attribute(signed, 'ID') === attribute(raw, 'ID');
  must(isThatOne, 'Signature does not cover the assertion');
  return signed;
}

/** A signed Response covers the cipher text; a signature inside covers the assertion. Either will do. */
function openEncrypted(xml: string, root: Element, encrypted: Element, options: ReadOptions): Opened {
  const whole = attempt(() => verifyWhole(xml, root, options));
  const base = typeof whole === 'string' ? whole : withoutResponseSignature(xml);
  const text = decryptAssertion(encrypted, options.privateKeys);
  if (text === undefined)
    return {
      assertion: undefined,
      verified: typeof whole === 'string',
      problem: 'No key opens the assertion',
    };
  // In its place, so that prefixes declared further up still mean something.
  const merged = base.replace(
    /<([\w.-]+:)?EncryptedAssertion[\s>][\s\S]*<\/\1EncryptedAssertion\s*>/,
    () => text,
  );
  const mergedRoot = parse(merged);
  if ('problem' in mergedRoot)
    return {
      assertion: undefined,
      verified: false,
      problem: `Decrypted assertion cannot be parsed: ${mergedRoot.problem}`,
    };
  const [raw] = childrenOf(mergedRoot, ns.saml, 'Assertion');
  if (everyAssertion(mergedRoot) !== 1 || raw === undefined)
    return { assertion: undefined, verified: false, problem: 'What was encrypted is not one assertion' };
  if (typeof whole === 'string') return { assertion: raw, verified: true };
  return openPlain(merged, mergedRoot, raw, options);
}

/** The Response with its encrypted assertion, as it was signed. */
function verifyWhole(xml: string, root: Element, { trustFor, acceptSha1 }: ReadOptions): string {
  const trust = trustFor(issuerOf(root));
  must(trust !== undefined, 'There are no certificates to verify with');
  checkIdsAreUnique(root);
  checkSignatureShape(root, undefined, acceptSha1);
  const content = verifyMessage(xml, trust)?.content;
  if (typeof content !== 'string') throw new Refusal('Response signature is not valid');
  return content;
}

/** Wherever they stand: none may hide from the count. */
function everyAssertion(root: Element): number {
  const all = [...everyElement(root)];
  return all.filter(({ local }) => local === 'Assertion' || local === 'EncryptedAssertion').length;
}

/** Canonicalization takes comments away; a text cut in two by one is never what its writer meant (CVE-2017-11427 ff.). */
function checkNotes(assertion: Element | undefined): void {
  if (assertion === undefined) return;
  const texts = ['Issuer', 'NameID', 'Audience', 'AttributeValue'];
  for (const { local, hasNote } of everyElement(assertion))
    must(!(hasNote && texts.includes(local)), `"${local}" contains a comment or processing instruction`);
}

function attempt<T>(act: () => T): T | { readonly problem: string } {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message };
    throw error;
  }
}

function unreadable(problem: 'not-base64' | 'not-xml', why: string): SamlReading {
  return { response: { readable: false, problem }, issuer: undefined, assertionId: undefined, problem: why };
}
