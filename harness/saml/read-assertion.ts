import type { AssertionReading, AttributeReading, SubjectConfirmationReading } from '../model/readings.ts';
import type { XmlElement } from '../model/xml.ts';
import { NS } from './namespaces.ts';
import { readIssuer, readNameId } from './read-parts.ts';
import { attr, childOf, childrenOf, textOf } from './tree.ts';

/** Reads a saml:Assertion. `verified` says whether the element was read from signed bytes. */
export function readAssertion(element: XmlElement, verified: boolean): AssertionReading {
  const subject = childOf(element, NS.saml, 'Subject');
  const conditions = childOf(element, NS.saml, 'Conditions');
  return {
    element,
    id: attr(element, 'ID'),
    version: attr(element, 'Version'),
    issueInstant: attr(element, 'IssueInstant'),
    ...readIssuer(element),
    verified,
    ...(subject === undefined ? {} : { subject: readSubject(subject) }),
    ...(conditions === undefined ? {} : { conditions: readConditions(conditions) }),
    authnStatements: childrenOf(element, NS.saml, 'AuthnStatement').map(readAuthnStatement),
    attributes: childrenOf(element, NS.saml, 'AttributeStatement').flatMap((statement) =>
      childrenOf(statement, NS.saml, 'Attribute').map(readAttribute),
    ),
  };
}

function readSubject(element: XmlElement): NonNullable<AssertionReading['subject']> {
  return {
    element,
    nameIds: childrenOf(element, NS.saml, 'NameID').map(readNameId),
    confirmations: childrenOf(element, NS.saml, 'SubjectConfirmation').map(readConfirmation),
  };
}

function readConfirmation(element: XmlElement): SubjectConfirmationReading {
  const method = attr(element, 'Method');
  const data = childOf(element, NS.saml, 'SubjectConfirmationData');
  if (data === undefined) return { element, method };
  return {
    element,
    method,
    data: {
      element: data,
      recipient: attr(data, 'Recipient'),
      notBefore: attr(data, 'NotBefore'),
      notOnOrAfter: attr(data, 'NotOnOrAfter'),
      inResponseTo: attr(data, 'InResponseTo'),
      address: attr(data, 'Address'),
    },
  };
}

function readConditions(element: XmlElement): NonNullable<AssertionReading['conditions']> {
  const restrictions = childrenOf(element, NS.saml, 'AudienceRestriction');
  return {
    element,
    notBefore: attr(element, 'NotBefore'),
    notOnOrAfter: attr(element, 'NotOnOrAfter'),
    audienceRestrictions: restrictions.map((restriction) => ({
      element: restriction,
      audiences: childrenOf(restriction, NS.saml, 'Audience').map(textOf),
    })),
    others: childrenOf(element).filter((child) => !restrictions.includes(child)),
  };
}

function readAuthnStatement(element: XmlElement): AssertionReading['authnStatements'][number] {
  return {
    element,
    authnInstant: attr(element, 'AuthnInstant'),
    sessionIndex: attr(element, 'SessionIndex'),
    sessionNotOnOrAfter: attr(element, 'SessionNotOnOrAfter'),
    contextClassRefs: childrenOf(element, NS.saml, 'AuthnContext').flatMap((context) =>
      childrenOf(context, NS.saml, 'AuthnContextClassRef').map(textOf),
    ),
  };
}

function readAttribute(element: XmlElement): AttributeReading {
  return {
    element,
    name: attr(element, 'Name'),
    nameFormat: attr(element, 'NameFormat'),
    friendlyName: attr(element, 'FriendlyName'),
    values: childrenOf(element, NS.saml, 'AttributeValue').map(textOf),
  };
}
