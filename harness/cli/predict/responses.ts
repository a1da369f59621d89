import type { AssertionFacts } from '../../aws/assertion-facts.ts';
import { unwrapResponse } from '../../capture/unwrap.ts';
import { CountersignError } from '../../model/error.ts';
import type { AssertionReading, AttributeReading, ResponseReading } from '../../model/readings.ts';
import type { XmlElement } from '../../model/xml.ts';
import { readResponse } from '../../saml/read-response.ts';
import { parseInstant } from '../../saml/time.ts';
import { faultAt, type InputText } from './input.ts';
import type { GivenProvider } from './providers.ts';

/** A saved response, read with each provider's certificates. */
export interface SavedResponse {
  readonly file: string;
  readonly nameId: string | undefined;
  /** Why nothing can be predicted from it. */
  readonly unpredictable?: string;
  /** As STS takes it. A secret. */
  readonly base64: string;
  /** When it was issued, milliseconds since 1970. */
  readonly issuedAt: number | undefined;
  /** What it says to a provider; without one, what it says at all. */
  readonly factsFor: (provider: GivenProvider | undefined) => AssertionFacts;
}

const next = 'Save the SAMLResponse as the browser posted it: base64, a copied form field, or the XML.';

/**
 * @param likely certificates that most providers have, so that the response need be read only once
 * @throws CountersignError `file`, with the place of what is wrong
 */
export function readSavedResponse({ name, text }: InputText, likely: readonly string[]): SavedResponse {
  const raw = unwrapResponse(text)?.value ?? text.trim();
  const first = readResponse(raw, likely);
  refuseUnreadable(name, first);
  const facts = factsOf(first);
  const byKeys = new Map([[likely.join(' '), facts]]);
  const isXml = /^\s*</.test(raw);
  return {
    file: name,
    nameId: facts.nameId?.value,
    base64: isXml ? Buffer.from(raw).toString('base64') : raw.replace(/\s+/g, ''),
    issuedAt: facts.issueInstantMs ?? facts.responseIssueInstantMs,
    ...(facts.encrypted
      ? { unpredictable: 'The assertion is encrypted, and only AWS has the key that opens it.' }
      : {}),
    factsFor: (provider) => {
      if (provider === undefined) return facts;
      const keys = provider.certificates.join(' ');
      const known = byKeys.get(keys) ?? factsOf(readResponse(raw, provider.certificates));
      byKeys.set(keys, known);
      return known;
    },
  };
}

function refuseUnreadable(name: string, { document, element }: ResponseReading): void {
  const [problem] = document.problems;
  if (problem !== undefined)
    throw faultAt(name, { line: problem.line ?? 1, column: problem.column ?? 1 }, problem.message, next);
  if (element?.local === 'Response' && element.namespace === 'urn:oasis:names:tc:SAML:2.0:protocol') return;
  if (element === undefined)
    throw new CountersignError('file', `"${name}" holds no message that can be read.`, next);
  throw faultAt(name, element, `It is no SAML Response: its root is ${element.name}.`, next);
}

/** A reading as plain data. Of several assertions the first speaks; how many there are is told. */
function factsOf(reading: ResponseReading): AssertionFacts {
  const [assertion] = reading.assertions;
  const { conditions, subject } = assertion ?? {};
  const [nameId, ...moreNameIds] = subject?.nameIds ?? [];
  return {
    statusCode: reading.status?.code,
    assertionCount: reading.assertions.length + reading.encryptedAssertions.length,
    encrypted: reading.encryptedAssertions.length > 0,
    decrypted: false,
    issuer: (assertion ?? reading).issuer?.text,
    signatureVerifiedByProvider: assertion?.verified ?? false,
    issueInstantMs: msOf(assertion?.issueInstant),
    responseIssueInstantMs: msOf(reading.issueInstant),
    nameId:
      nameId === undefined || moreNameIds.length > 0
        ? undefined
        : { value: nameId.text, format: nameId.format },
    confirmations: (subject?.confirmations ?? []).map(({ method, data }) => {
      const notBeforeMs = msOf(data?.notBefore);
      return {
        method,
        recipient: data?.recipient,
        notOnOrAfterMs: msOf(data?.notOnOrAfter),
        ...(notBeforeMs === undefined ? {} : { notBeforeMs }),
      };
    }),
    notBeforeMs: msOf(conditions?.notBefore),
    notOnOrAfterMs: msOf(conditions?.notOnOrAfter),
    audienceRestrictions: (conditions?.audienceRestrictions ?? []).map(({ audiences }) =>
      audiences.map(({ text }) => text),
    ),
    sessionNotOnOrAfterMs: sessionEndOf(assertion),
    attributes: (assertion?.attributes ?? []).map(plainAttribute),
  };
}

function plainAttribute({ name = '', values }: AttributeReading): AssertionFacts['attributes'][number] {
  return { name, values: values.map(({ element }) => fullText(element)) };
}

/** A value that is XML, such as eduPersonTargetedID, gives the text inside. */
function fullText(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (child.kind === 'element') return fullText(child);
      return child.kind === 'text' || child.kind === 'cdata' ? child.text : '';
    })
    .join('');
}

function sessionEndOf(assertion: AssertionReading | undefined): number | undefined {
  const ends = (assertion?.authnStatements ?? []).flatMap((one) => msOf(one.sessionNotOnOrAfter) ?? []);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

function msOf(text: string | undefined): number | undefined {
  return parseInstant(text)?.ms;
}
