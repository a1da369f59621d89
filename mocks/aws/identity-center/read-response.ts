import { decodeBase64 } from '../../core/saml/decode.ts';
import { must, need, Refusal } from '../../core/saml/refusal.ts';
import { verify } from '../../core/saml/signature.ts';
import { checkSignatureShape } from '../../core/saml/signature-shape.ts';
import { checkIdsAreUnique } from '../../core/saml/unique-ids.ts';
import {
  attribute,
  childrenOf,
  type Element,
  everyElement,
  ns,
  onlyChild,
  parse,
} from '../../core/saml/xml.ts';
import type { Trust } from './trust.ts';

/** A response whose signature holds. Only `assertion` was parsed from the bytes that were signed. */
export interface VerifiedResponse {
  readonly response: Element;
  readonly assertion: Element;
  readonly responseSigned: boolean;
}

/** Encoded size; AWS's sign-in page refuses over 128 KB (observed), assumed to hold here too. */
const maxEncodedLength = 128 * 1024;
const success = 'urn:oasis:names:tc:SAML:2.0:status:Success';

export interface ReadOptions {
  readonly trust: Trust;
  readonly acceptSha1: boolean;
  /** Metadata 2.4.4: the own metadata wants signed assertions, whatever else is signed. */
  readonly demandSignedAssertions: boolean;
}

/** Reads a SAMLResponse parameter up to and including its signature; throws a Refusal. */
export function readResponse(encoded: string, options: ReadOptions): VerifiedResponse {
  const xml = decodeBase64(encoded, maxEncodedLength);
  const root = parse(xml);
  if ('problem' in root) throw new Refusal(`Response cannot be parsed: ${root.problem}`);
  must(
    root.namespace === ns.samlp && root.local === 'Response',
    `Root element "${root.local}" is not a Response`,
  );
  must(attribute(root, 'Version') === '2.0', 'Response is not of SAML version 2.0');
  must(isNcName(attribute(root, 'ID')), 'Response ID is missing, or not an NCName');
  checkStatus(root);
  const raw = loadOnlyAssertion(root);
  checkIdsAreUnique(root);
  const signed = checkSignatureShape(root, raw, options.acceptSha1);
  must(signed.assertion || !options.demandSignedAssertions, 'Assertion is not signed');
  const verifiedXml = verify(xml, signed, options.trust);
  const assertion = parse(verifiedXml);
  if ('problem' in assertion) throw new Refusal(`Signed assertion cannot be parsed: ${assertion.problem}`);
  const isThatOne =
    assertion.namespace === ns.saml &&
    assertion.local === 'Assertion' &&
    attribute(assertion, 'ID') === attribute(raw, 'ID');
  must(isThatOne, 'Signature does not cover the assertion');
  return { response: root, assertion, responseSigned: signed.response };
}

/** XML's NCName, which the schema makes of every ID. */
export function isNcName(id: string | undefined): boolean {
  return id !== undefined && /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(id);
}

function checkStatus(response: Element): void {
  const status = need(onlyChild(response, ns.samlp, 'Status'), 'Response has no Status');
  const code = onlyChild(status, ns.samlp, 'StatusCode');
  const value = code && attribute(code, 'Value');
  must(value === success, `Response status is "${value ?? ''}", not Success`);
}

/** Exactly one, in plain, as a child of the Response: none may hide anywhere else (aws.md B.1). */
function loadOnlyAssertion(response: Element): Element {
  const all = [...everyElement(response)];
  const encrypted = all.some((one) => /^Encrypted/.test(one.local));
  must(!encrypted, 'Response contains an encrypted element, which is not supported');
  const count = all.filter((one) => one.local === 'Assertion').length;
  must(count === 1, `Response contains ${count} assertions, not exactly one`);
  const [assertion] = childrenOf(response, ns.saml, 'Assertion');
  return need(assertion, 'Assertion is not a child of the Response');
}
