import type { AssertionFacts, ConfirmationFacts } from '../../../harness/aws/assertion-facts.ts';
import type { SamlAttribute } from '../../../harness/aws/claims.ts';

/** What is put round the facts. */
export interface Envelope {
  readonly responseId: string;
  readonly assertionId: string;
  /** In plain; ends up inside the assertion, after its attributes. */
  readonly more?: string;
}

/** Writes a Response that says what the facts say, not signed or encrypted yet: the reading, the other way round. */
export function writeResponse(
  facts: AssertionFacts,
  { responseId, assertionId, more = '' }: Envelope,
): string {
  const issuer = facts.issuer === undefined ? '' : `<saml:Issuer>${escapeText(facts.issuer)}</saml:Issuer>`;
  const status =
    facts.statusCode === undefined ? '' : `<samlp:StatusCode Value="${escapeText(facts.statusCode)}"/>`;
  const one = (id: string) =>
    `<saml:Assertion ID="${id}" Version="2.0"${instant('IssueInstant', facts.issueInstantMs)}>${issuer}${subjectOf(facts)}${conditionsOf(facts)}${authnOf(facts)}${attributesOf(facts.attributes)}${more}</saml:Assertion>`;
  const assertions = Array.from({ length: facts.assertionCount }, (_, index) =>
    one(index === 0 ? assertionId : `${assertionId}-${index}`),
  );
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${responseId}" Version="2.0"${instant('IssueInstant', facts.responseIssueInstantMs)}>${issuer}<samlp:Status>${status}</samlp:Status>${assertions.join('')}</samlp:Response>`;
}

function subjectOf({ nameId, confirmations }: AssertionFacts): string {
  const format = nameId?.format === undefined ? '' : ` Format="${escapeText(nameId.format)}"`;
  const name = nameId === undefined ? '' : `<saml:NameID${format}>${escapeText(nameId.value)}</saml:NameID>`;
  if (name === '' && confirmations.length === 0) return '';
  return `<saml:Subject>${name}${confirmations.map(confirmationOf).join('')}</saml:Subject>`;
}

function confirmationOf({ method, recipient, notOnOrAfterMs, notBeforeMs }: ConfirmationFacts): string {
  const to = recipient === undefined ? '' : ` Recipient="${escapeText(recipient)}"`;
  const times = `${instant('NotBefore', notBeforeMs)}${instant('NotOnOrAfter', notOnOrAfterMs)}`;
  const by = method === undefined ? '' : ` Method="${escapeText(method)}"`;
  return `<saml:SubjectConfirmation${by}><saml:SubjectConfirmationData${times}${to}/></saml:SubjectConfirmation>`;
}

function conditionsOf({ notBeforeMs, notOnOrAfterMs, audienceRestrictions }: AssertionFacts): string {
  const restrictions = audienceRestrictions.map(
    (audiences) =>
      `<saml:AudienceRestriction>${audiences.map((one) => `<saml:Audience>${escapeText(one)}</saml:Audience>`).join('')}</saml:AudienceRestriction>`,
  );
  return `<saml:Conditions${instant('NotBefore', notBeforeMs)}${instant('NotOnOrAfter', notOnOrAfterMs)}>${restrictions.join('')}</saml:Conditions>`;
}

function authnOf({ sessionNotOnOrAfterMs }: AssertionFacts): string {
  return `<saml:AuthnStatement AuthnInstant="2026-11-21T08:00:00Z"${instant('SessionNotOnOrAfter', sessionNotOnOrAfterMs)}><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`;
}

function attributesOf(attributes: readonly SamlAttribute[]): string {
  if (attributes.length === 0) return '';
  const lines = attributes.map(({ name, values }) => {
    const texts = values.map((value) => `<saml:AttributeValue>${escapeText(value)}</saml:AttributeValue>`);
    return `<saml:Attribute Name="${escapeText(name)}">${texts.join('')}</saml:Attribute>`;
  });
  return `<saml:AttributeStatement>${lines.join('')}</saml:AttributeStatement>`;
}

function instant(name: string, ms: number | undefined): string {
  return ms === undefined ? '' : ` ${name}="${new Date(ms).toISOString()}"`;
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
