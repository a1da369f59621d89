import type { AssertionFacts, ConfirmationFacts } from '../../../harness/aws/assertion-facts.ts';
import { readInstant } from '../../core/saml/instant.ts';
import { attribute, childrenOf, type Element, everyElement, ns, onlyChild } from '../../core/saml/xml.ts';

/** What was found out about a message beside its text. */
export interface Findings {
  readonly assertionCount: number;
  readonly encrypted: boolean;
  readonly decrypted: boolean;
  readonly signatureVerifiedByProvider: boolean;
}

/** The message as plain data. What the assertion says is read from the element given: the signed one, if any is. */
export function readAssertionFacts(
  response: Element,
  assertion: Element | undefined,
  findings: Findings,
): AssertionFacts {
  const status = onlyChild(response, ns.samlp, 'Status');
  const code = status && onlyChild(status, ns.samlp, 'StatusCode');
  const subject = assertion && onlyChild(assertion, ns.saml, 'Subject');
  const conditions = assertion && onlyChild(assertion, ns.saml, 'Conditions');
  const inResponseTo = attribute(response, 'InResponseTo');
  return {
    ...findings,
    statusCode: code && attribute(code, 'Value'),
    ...(inResponseTo === undefined ? {} : { inResponseTo }),
    issuer: issuerOf(assertion ?? response),
    issueInstantMs: assertion && readInstant(attribute(assertion, 'IssueInstant')),
    responseIssueInstantMs: readInstant(attribute(response, 'IssueInstant')),
    nameId: subject && nameIdOf(subject),
    confirmations: childrenOf(subject, ns.saml, 'SubjectConfirmation').map(readConfirmation),
    notBeforeMs: conditions && readInstant(attribute(conditions, 'NotBefore')),
    notOnOrAfterMs: conditions && readInstant(attribute(conditions, 'NotOnOrAfter')),
    audienceRestrictions: childrenOf(conditions, ns.saml, 'AudienceRestriction').map((restriction) =>
      childrenOf(restriction, ns.saml, 'Audience').map(fullText),
    ),
    sessionNotOnOrAfterMs: sessionEndOf(assertion),
    attributes: childrenOf(assertion, ns.saml, 'AttributeStatement')
      .flatMap((statement) => childrenOf(statement, ns.saml, 'Attribute'))
      .map((one) => ({
        name: attribute(one, 'Name') ?? '',
        values: childrenOf(one, ns.saml, 'AttributeValue').map(fullText),
      })),
  };
}

/** Text of the Issuer; undefined when there is not exactly one. */
export function issuerOf(element: Element): string | undefined {
  const issuer = onlyChild(element, ns.saml, 'Issuer');
  return issuer && fullText(issuer);
}

function nameIdOf(subject: Element): AssertionFacts['nameId'] {
  const nameId = onlyChild(subject, ns.saml, 'NameID');
  // A name is text (SAML Core 2.2.2): what has elements inside is read otherwise by the next reader.
  if (nameId === undefined || [...everyElement(nameId)].length > 1) return undefined;
  return { value: fullText(nameId), format: attribute(nameId, 'Format') };
}

function readConfirmation(confirmation: Element): ConfirmationFacts {
  const data = onlyChild(confirmation, ns.saml, 'SubjectConfirmationData');
  const notBeforeMs = data && readInstant(attribute(data, 'NotBefore'));
  const inResponseTo = data && attribute(data, 'InResponseTo');
  return {
    method: attribute(confirmation, 'Method'),
    recipient: data && attribute(data, 'Recipient'),
    notOnOrAfterMs: data && readInstant(attribute(data, 'NotOnOrAfter')),
    ...(notBeforeMs === undefined ? {} : { notBeforeMs }),
    ...(inResponseTo === undefined ? {} : { inResponseTo }),
  };
}

function sessionEndOf(assertion: Element | undefined): number | undefined {
  const ends = childrenOf(assertion, ns.saml, 'AuthnStatement')
    .map((statement) => readInstant(attribute(statement, 'SessionNotOnOrAfter')))
    .filter((end) => end !== undefined);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** As it stands, nothing trimmed; a value that is XML, such as eduPersonTargetedID, gives the text inside. */
function fullText(element: Element): string {
  return [...everyElement(element)].map(({ text }) => text).join('');
}
