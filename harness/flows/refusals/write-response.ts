import type { AttackPerson } from '../../model/attack.ts';
import { ATTRNAME, CONFIRMATION, NS, STATUS } from '../../saml/namespaces.ts';
import { escapeXml } from './escape-xml.ts';
import type { RefusalTarget } from './target.ts';

/** What makes one response differ from the next, as it is written: nothing in it may need escaping. */
export interface ResponseValues {
  readonly responseId: string;
  readonly assertionId: string;
  readonly sessionIndex: string;
  /** ID of the request that it answers; absent when nobody asked. */
  readonly inResponseTo?: string;
  readonly issued: string;
  readonly notBefore: string;
  readonly until: string;
  readonly sessionUntil: string;
}

/** A Response with one Assertion as SAML Profiles 4.1.4.2 wants it, not signed yet. */
export function writeResponse(target: RefusalTarget, person: AttackPerson, values: ResponseValues): string {
  const { responseId, assertionId, sessionIndex, inResponseTo, issued, until } = values;
  const answers = inResponseTo === undefined ? '' : ` InResponseTo="${inResponseTo}"`;
  const issuer = `<saml:Issuer>${escapeXml(target.idp.entityId)}</saml:Issuer>`;
  const acsUrl = escapeXml(target.acsUrl);
  return [
    `<samlp:Response xmlns:samlp="${NS.samlp}" xmlns:saml="${NS.saml}" ID="${responseId}" Version="2.0" `,
    `IssueInstant="${issued}" Destination="${acsUrl}"${answers}>${issuer}`,
    `<samlp:Status><samlp:StatusCode Value="${STATUS.success}"/></samlp:Status>`,
    `<saml:Assertion xmlns:saml="${NS.saml}" xmlns:xs="${NS.xs}" xmlns:xsi="${NS.xsi}" ID="${assertionId}" Version="2.0" IssueInstant="${issued}">`,
    issuer,
    `<saml:Subject><saml:NameID Format="${escapeXml(target.nameIdFormat)}">${escapeXml(person.nameId)}</saml:NameID>`,
    `<saml:SubjectConfirmation Method="${CONFIRMATION.bearer}">`,
    `<saml:SubjectConfirmationData${answers} NotOnOrAfter="${until}" Recipient="${acsUrl}"/>`,
    '</saml:SubjectConfirmation></saml:Subject>',
    `<saml:Conditions NotBefore="${values.notBefore}" NotOnOrAfter="${until}"><saml:AudienceRestriction>`,
    `<saml:Audience>${escapeXml(target.entityId)}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
    `<saml:AuthnStatement AuthnInstant="${issued}" SessionIndex="${sessionIndex}" SessionNotOnOrAfter="${values.sessionUntil}">`,
    '<saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
    '</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>',
    writeAttributes(person),
    '</saml:Assertion></samlp:Response>',
  ].join('');
}

/** No AttributeStatement at all when there is nothing to say: the schema wants at least one attribute in it. */
function writeAttributes({ attributes }: AttackPerson): string {
  const lines = Object.entries(attributes).map(([name, values]) => {
    const texts = values.map(
      (value) => `<saml:AttributeValue xsi:type="xs:string">${escapeXml(value)}</saml:AttributeValue>`,
    );
    return `<saml:Attribute Name="${escapeXml(name)}" NameFormat="${ATTRNAME.basic}">${texts.join('')}</saml:Attribute>`;
  });
  return lines.length === 0 ? '' : `<saml:AttributeStatement>${lines.join('')}</saml:AttributeStatement>`;
}
