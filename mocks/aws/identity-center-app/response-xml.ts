import type { Ids } from '../../core/ids.ts';
import { attribute, escapeXml, instant, saml } from '../../core/saml/write-xml.ts';

/** What a Response says about one login into an application. Times in milliseconds since 1970. */
export interface ResponseFacts {
  readonly issuer: string;
  readonly acsUrl: string;
  readonly audience: string;
  /** Absent where the login began in the portal. */
  readonly inResponseTo?: string;
  readonly nameId: { readonly format: string; readonly value: string };
  readonly attributes: readonly {
    readonly name: string;
    readonly nameFormat: string;
    readonly values: readonly string[];
  }[];
  readonly now: number;
  readonly authnInstant: number;
  /** Session duration of the application. */
  readonly sessionMs: number;
}

const entity = 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity';
/** How the person proved who they are. AWS's value is not documented; this is what a password over TLS is called. */
const contextClass = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport';

/**
 * Writes a Response as AWS's was seen: the session duration is the end of the confirmation and of the conditions alike.
 * That it is also the end of the session, by SessionNotOnOrAfter, is assumed.
 */
export function buildResponse(facts: ResponseFacts, ids: Ids): { readonly id: string; readonly xml: string } {
  const id = ids.samlId();
  const issued = instant(facts.now);
  const until = instant(facts.now + facts.sessionMs);
  const inResponseTo = attribute('InResponseTo', facts.inResponseTo);
  const issuer = `<saml2:Issuer Format="${entity}">${escapeXml(facts.issuer)}</saml2:Issuer>`;
  const xml = [
    `<saml2p:Response xmlns:saml2p="${saml.protocol}" xmlns:saml2="${saml.assertion}" xmlns:xsd="http://www.w3.org/2001/XMLSchema"${attribute('Destination', facts.acsUrl)} ID="${id}"${inResponseTo} IssueInstant="${issued}" Version="2.0">`,
    issuer,
    '<saml2p:Status><saml2p:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></saml2p:Status>',
    `<saml2:Assertion ID="${ids.samlId()}" IssueInstant="${issued}" Version="2.0">${issuer}`,
    `<saml2:Subject><saml2:NameID${attribute('Format', facts.nameId.format)}>${escapeXml(facts.nameId.value)}</saml2:NameID>`,
    `<saml2:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml2:SubjectConfirmationData${inResponseTo} NotOnOrAfter="${until}"${attribute('Recipient', facts.acsUrl)}/></saml2:SubjectConfirmation></saml2:Subject>`,
    `<saml2:Conditions NotBefore="${issued}" NotOnOrAfter="${until}"><saml2:AudienceRestriction><saml2:Audience>${escapeXml(facts.audience)}</saml2:Audience></saml2:AudienceRestriction></saml2:Conditions>`,
    `<saml2:AuthnStatement AuthnInstant="${instant(facts.authnInstant)}" SessionIndex="${ids.samlId()}" SessionNotOnOrAfter="${until}"><saml2:AuthnContext><saml2:AuthnContextClassRef>${contextClass}</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>`,
    writeAttributes(facts.attributes),
    '</saml2:Assertion></saml2p:Response>',
  ].join('');
  return { id, xml };
}

/** No AttributeStatement at all when there is nothing to say: the schema wants at least one attribute in it. */
function writeAttributes(attributes: ResponseFacts['attributes']): string {
  if (attributes.length === 0) return '';
  const lines = attributes.map(({ name, nameFormat, values }) => {
    const texts = values.map(
      (value) =>
        `<saml2:AttributeValue xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xsd:string">${escapeXml(value)}</saml2:AttributeValue>`,
    );
    return `<saml2:Attribute${attribute('Name', name)}${attribute('NameFormat', nameFormat)}>${texts.join('')}</saml2:Attribute>`;
  });
  return `<saml2:AttributeStatement>${lines.join('')}</saml2:AttributeStatement>`;
}
