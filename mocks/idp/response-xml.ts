import type { Ids } from '../core/ids.ts';
import { attribute, escapeXml, instant, saml } from '../core/saml/write-xml.ts';
import type { AttributeFact } from './login-facts.ts';

/** What a Response says about one login. Times in milliseconds since 1970. */
export interface ResponseFacts {
  readonly issuer: string;
  readonly destination: string;
  readonly recipient: string;
  readonly audience: string;
  /** Absent when IdP-initiated. */
  readonly inResponseTo?: string;
  readonly nameId: { readonly format: string; readonly value: string };
  readonly attributes: readonly AttributeFact[];
  readonly now: number;
  readonly validityMs: number;
  readonly authnInstant: number;
  readonly sessionIndex: string;
  readonly sessionNotOnOrAfter: number;
  readonly contextClass: string;
  /** Values of the request are copied as they are, and stand for what they put in: what only a weak double does. */
  readonly isRaw?: boolean;
}

/** The Assertion is valid from a little before its issue, so that a clock behind ours does not refuse it. */
const earlyMs = 30_000;

export interface UnsignedResponse {
  readonly id: string;
  readonly assertionId: string;
  readonly xml: string;
}

/** Writes a Response with one Assertion (saml-core 2.3.3, 3.2.2; saml-profiles 4.1.4.2), not signed yet. */
export function buildResponse(facts: ResponseFacts, ids: Ids): UnsignedResponse {
  const id = ids.samlId();
  const assertionId = ids.samlId();
  const issued = instant(facts.now);
  const until = instant(facts.now + facts.validityMs);
  const inResponseTo = answers(facts);
  const xml = [
    openResponse(id, facts, issued),
    `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>`,
    `<saml:Assertion xmlns:saml="${saml.assertion}" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ID="${assertionId}" Version="2.0" IssueInstant="${issued}">`,
    `<saml:Issuer>${escapeXml(facts.issuer)}</saml:Issuer>`,
    `<saml:Subject><saml:NameID${attribute('Format', facts.nameId.format)}>${escapeXml(facts.nameId.value)}</saml:NameID>`,
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">`,
    `<saml:SubjectConfirmationData${inResponseTo} NotOnOrAfter="${until}"${attribute('Recipient', facts.recipient)}/>`,
    `</saml:SubjectConfirmation></saml:Subject>`,
    `<saml:Conditions NotBefore="${instant(facts.now - earlyMs)}" NotOnOrAfter="${until}">`,
    `<saml:AudienceRestriction><saml:Audience>${escapeXml(facts.audience)}</saml:Audience></saml:AudienceRestriction>`,
    `</saml:Conditions>`,
    `<saml:AuthnStatement AuthnInstant="${instant(facts.authnInstant)}" SessionIndex="${escapeXml(facts.sessionIndex)}" SessionNotOnOrAfter="${instant(facts.sessionNotOnOrAfter)}">`,
    `<saml:AuthnContext><saml:AuthnContextClassRef>${escapeXml(facts.contextClass)}</saml:AuthnContextClassRef></saml:AuthnContext>`,
    `</saml:AuthnStatement>`,
    buildAttributes(facts.attributes),
    `</saml:Assertion></samlp:Response>`,
  ].join('');
  return { id, assertionId, xml };
}

/** Writes a Response that says why there is no Assertion: a top-level code and a second one (saml-core 3.2.2.2). */
export function buildStatusResponse(
  facts: Pick<ResponseFacts, 'issuer' | 'destination' | 'inResponseTo' | 'now'>,
  codes: readonly [top: string, second: string],
  ids: Ids,
): { readonly id: string; readonly xml: string } {
  const id = ids.samlId();
  const [top, second] = codes.map((code) => `urn:oasis:names:tc:SAML:2.0:status:${code}`);
  const xml = [
    openResponse(id, facts, instant(facts.now)),
    `<samlp:Status><samlp:StatusCode Value="${top}"><samlp:StatusCode Value="${second}"/></samlp:StatusCode></samlp:Status>`,
    `</samlp:Response>`,
  ].join('');
  return { id, xml };
}

function answers({ inResponseTo, isRaw }: Pick<ResponseFacts, 'inResponseTo' | 'isRaw'>): string {
  return isRaw === true && inResponseTo !== undefined
    ? ` InResponseTo="${inResponseTo}"`
    : attribute('InResponseTo', inResponseTo);
}

function openResponse(
  id: string,
  facts: Pick<ResponseFacts, 'issuer' | 'destination' | 'inResponseTo' | 'isRaw'>,
  issued: string,
): string {
  return (
    `<samlp:Response xmlns:samlp="${saml.protocol}" xmlns:saml="${saml.assertion}" ID="${id}" Version="2.0" ` +
    `IssueInstant="${issued}"${attribute('Destination', facts.isRaw === true ? undefined : facts.destination)}${answers(facts)}>` +
    `<saml:Issuer>${escapeXml(facts.issuer)}</saml:Issuer>`
  );
}

/** No AttributeStatement at all when there is nothing to say: the schema wants at least one attribute in it. */
function buildAttributes(attributes: readonly AttributeFact[]): string {
  if (attributes.length === 0) return '';
  const lines = attributes.map(({ name, nameFormat, values }) => {
    const texts = values.map(
      (value) => `<saml:AttributeValue xsi:type="xs:string">${escapeXml(value)}</saml:AttributeValue>`,
    );
    return `<saml:Attribute${attribute('Name', name)}${attribute('NameFormat', nameFormat)}>${texts.join('')}</saml:Attribute>`;
  });
  return `<saml:AttributeStatement>${lines.join('')}</saml:AttributeStatement>`;
}
