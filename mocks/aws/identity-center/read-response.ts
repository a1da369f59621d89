import { must, need, Refusal } from './refusal.ts';
import { verify } from './signature.ts';
import { checkSignatureShape } from './signature-shape.ts';
import type { Trust } from './trust.ts';
import { attribute, childrenOf, type Element, everyElement, ns, onlyChild, parse } from './xml.ts';

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
}

/** Reads a SAMLResponse parameter up to and including its signature; throws a Refusal. */
export function readResponse(encoded: string, options: ReadOptions): VerifiedResponse {
  const xml = decode(encoded);
  const root = parse(xml);
  if ('problem' in root) throw new Refusal(`Response cannot be parsed: ${root.problem}`);
  must(
    root.namespace === ns.samlp && root.local === 'Response',
    `Root element "${root.local}" is not a Response`,
  );
  must(attribute(root, 'Version') === '2.0', 'Response is not of SAML version 2.0');
  checkStatus(root);
  const raw = loadOnlyAssertion(root);
  checkIdsAreUnique(root);
  const signed = checkSignatureShape(root, raw, options.acceptSha1);
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

/** Base64 with line breaks allowed (Bindings 3.5.4), then strict UTF-8. */
function decode(encoded: string): string {
  must(encoded.length <= maxEncodedLength, `Response is longer than ${maxEncodedLength} characters`);
  const compact = encoded.replace(/[\t\r\n ]+/g, '');
  const isBase64 = compact.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact);
  must(isBase64, 'Response is not base64');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Buffer.from(compact, 'base64'),
    );
    must(!text.startsWith('\uFEFF'), 'Response begins with a byte order mark');
    return text;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('Response is not UTF-8');
  }
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

/** Whatever the attribute is called, what libraries might take for an ID must be one element's alone. */
function checkIdsAreUnique(response: Element): void {
  const seen = new Set<string>();
  for (const element of everyElement(response))
    for (const { local, value } of element.attributes) {
      if (local.toLowerCase() !== 'id') continue;
      must(!seen.has(value), `ID "${value}" occurs more than once`);
      seen.add(value);
    }
}
