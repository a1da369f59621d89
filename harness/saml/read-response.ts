import type { AssertionReading, ResponseReading, SignatureReading } from '../model/readings.ts';
import type { XmlDocument, XmlElement } from '../model/xml.ts';
import { decodePostParameter } from './decode.ts';
import { defaultLimits, type XmlLimits } from './limits.ts';
import { NS } from './namespaces.ts';
import { parseXml } from './parse.ts';
import { readAssertion } from './read-assertion.ts';
import { findDuplicateIds, readIssuer } from './read-parts.ts';
import { validateSchema } from './schema.ts';
import { readSignatures } from './signature.ts';
import { attr, childOf, childrenOf, textOf } from './tree.ts';

/**
 * Reads a SAMLResponse, base64 as sent or as XML. `trusted` are the signing certificates (base64 DER) of
 * the identity provider's metadata. Where one of them verifies, what is read is what was signed.
 */
export function readResponse(
  raw: string,
  trusted: readonly string[],
  limits: XmlLimits = defaultLimits,
): ResponseReading {
  const document = readDocument(raw, limits);
  const root = document.root;
  const outer = {
    document,
    trustedKeys: trusted.length,
    encodedLength: raw.length,
  };
  if (root === undefined) return { ...outer, ...nothing };
  const signatures = readSignatures(document, trusted);
  const response = signedVersion(root, signatures);
  const isResponse = root.namespace === NS.samlp && root.local === 'Response';
  return {
    ...outer,
    element: root,
    ...readEnvelope(response ?? root),
    assertions: isResponse ? readAssertions(root, response, signatures) : [],
    encryptedAssertions: isResponse ? childrenOf(response ?? root, NS.saml, 'EncryptedAssertion') : [],
    signatures,
    duplicateIds: findDuplicateIds(root),
    schemaFaults: validateSchema(document.text, 'protocol'),
  };
}

const nothing = {
  id: undefined,
  version: undefined,
  issueInstant: undefined,
  destination: undefined,
  inResponseTo: undefined,
  assertions: [],
  encryptedAssertions: [],
  signatures: [],
  duplicateIds: [],
} as const;

function readDocument(raw: string, limits: XmlLimits): XmlDocument {
  const decoded = decodePostParameter(raw, limits, { allowXml: true });
  if (decoded.problems.length > 0) return decoded;
  return parseXml(decoded.text, limits);
}

function readEnvelope(element: XmlElement) {
  const status = childOf(element, NS.samlp, 'Status');
  return {
    id: attr(element, 'ID'),
    version: attr(element, 'Version'),
    issueInstant: attr(element, 'IssueInstant'),
    destination: attr(element, 'Destination'),
    inResponseTo: attr(element, 'InResponseTo'),
    ...readIssuer(element),
    ...(status === undefined ? {} : { status: readStatus(status) }),
  };
}

function readStatus(element: XmlElement): NonNullable<ResponseReading['status']> {
  const code = childOf(element, NS.samlp, 'StatusCode');
  const subCode = code === undefined ? undefined : childOf(code, NS.samlp, 'StatusCode');
  const message = childOf(element, NS.samlp, 'StatusMessage');
  return {
    element,
    code: code === undefined ? undefined : attr(code, 'Value'),
    subCode: subCode === undefined ? undefined : attr(subCode, 'Value'),
    message: message === undefined ? undefined : textOf(message).text,
  };
}

/** A signed Response covers all its assertions; otherwise each stands on its own signature. */
function readAssertions(
  root: XmlElement,
  response: XmlElement | undefined,
  signatures: readonly SignatureReading[],
): readonly AssertionReading[] {
  if (response !== undefined) {
    return childrenOf(response, NS.saml, 'Assertion').map((element) => readAssertion(element, true));
  }
  return childrenOf(root, NS.saml, 'Assertion').map((element) => {
    const signed = signedVersion(element, signatures);
    return readAssertion(signed ?? element, signed !== undefined);
  });
}

/** The element as read from signed bytes, when a signature directly inside it verified. */
function signedVersion(element: XmlElement, signatures: readonly SignatureReading[]): XmlElement | undefined {
  return signatures.find((signature) => signature.parent === element && signature.signedElement)
    ?.signedElement;
}
