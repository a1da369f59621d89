import { readInstant } from '../../core/saml/instant.ts';
import { must, need } from '../../core/saml/refusal.ts';
import { attribute, childrenOf, type Element, ns, onlyChild } from '../../core/saml/xml.ts';
import { isNcName, type VerifiedResponse } from './read-response.ts';

/** What the assertion is held against. */
export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly acsUrl: string;
  readonly now: number;
  readonly skewMs: number;
}

/** What is taken from an assertion that is in order. */
export interface Statement {
  readonly assertionId: string;
  readonly nameId: string;
  /** ID of the request that it answers; undefined when nobody asked. */
  readonly inResponseTo: string | undefined;
  /** Until when it could be used again, in milliseconds, the clocks' tolerance included. */
  readonly usableUntil: number;
  /** The identity provider's limit for the session; undefined when it names none. */
  readonly sessionUntil: number | undefined;
}

const entityFormat = 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity';
const emailFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

/** Profiles 4.1.4.3 as a list of steps; each refuses with its own reason. The order is ours: AWS documents none. */
export function checkAssertion(message: VerifiedResponse, expected: Expected): Statement {
  checkIssuers(message, expected);
  checkDestination(message, expected);
  const assertionId = checkHead(message.assertion, expected);
  checkConditions(message.assertion, expected);
  const subject = need(
    onlyChild(message.assertion, ns.saml, 'Subject'),
    'Assertion has not exactly one Subject',
  );
  const data = loadConfirmation(subject, expected);
  const sessionUntil = checkAuthnStatement(message.assertion, expected);
  const inResponseTo = loadInResponseTo(message.response, data);
  const nameId = loadNameId(subject);
  const until = need(
    readInstant(attribute(data, 'NotOnOrAfter')),
    'SubjectConfirmationData has no NotOnOrAfter',
  );
  return { assertionId, nameId, inResponseTo, usableUntil: until + expected.skewMs, sessionUntil };
}

function checkIssuers({ response, assertion }: VerifiedResponse, { issuer }: Expected): void {
  const own = need(onlyChild(assertion, ns.saml, 'Issuer'), 'Assertion has no Issuer');
  for (const element of [own, ...childrenOf(response, ns.saml, 'Issuer')]) {
    must(plainText(element) === issuer, `Issuer "${element.text}" is not the imported identity provider`);
    const format = attribute(element, 'Format') ?? entityFormat;
    must(format === entityFormat, `Issuer has the format "${format}"`);
  }
}

/** Bindings 3.5.5.2. Whether AWS looks at it is not documented. */
function checkDestination({ response, responseSigned }: VerifiedResponse, { acsUrl }: Expected): void {
  const destination = attribute(response, 'Destination');
  if (destination === undefined) must(!responseSigned, 'Signed Response has no Destination');
  else must(destination === acsUrl, `Destination "${destination}" is not the ACS URL`);
}

function checkHead(assertion: Element, { now, skewMs }: Expected): string {
  must(attribute(assertion, 'Version') === '2.0', 'Assertion is not of SAML version 2.0');
  const id = attribute(assertion, 'ID') ?? '';
  must(isNcName(id), 'Assertion ID is not an NCName');
  const issued = need(
    readInstant(attribute(assertion, 'IssueInstant')),
    'Assertion IssueInstant is not a UTC time',
  );
  must(issued <= now + skewMs, 'Assertion is issued in the future');
  return id;
}

function checkConditions(assertion: Element, { now, skewMs, audience }: Expected): void {
  const conditions = need(
    onlyChild(assertion, ns.saml, 'Conditions'),
    'Assertion has not exactly one Conditions',
  );
  const known = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'];
  for (const { namespace, local } of conditions.children)
    must(namespace === ns.saml && known.includes(local), `Condition "${local}" is not understood`);
  // Core 2.5.1.5 and 2.5.1.6: one of each at most.
  for (const alone of ['OneTimeUse', 'ProxyRestriction']) {
    const count = childrenOf(conditions, ns.saml, alone).length;
    must(count <= 1, `Condition "${alone}" stands there ${count} times`);
  }
  const from = readBound(conditions, 'NotBefore');
  const until = readBound(conditions, 'NotOnOrAfter');
  must(from === undefined || until === undefined || from < until, 'Conditions end before they begin');
  must(from === undefined || from <= now + skewMs, 'Assertion is not yet valid');
  must(until === undefined || now < until + skewMs, 'Assertion has expired');
  const restrictions = childrenOf(conditions, ns.saml, 'AudienceRestriction');
  must(restrictions.length > 0, 'Assertion has no AudienceRestriction');
  for (const restriction of restrictions) {
    const audiences = childrenOf(restriction, ns.saml, 'Audience').map(plainText);
    must(
      audiences.includes(audience),
      `Audience "${audiences.join(', ')}" is not this instance`.slice(0, 400),
    );
  }
}

/** A bearer confirmation that holds; the others do not matter (Profiles 4.1.4.3). */
function loadConfirmation(subject: Element, expected: Expected): Element {
  const bearers = childrenOf(subject, ns.saml, 'SubjectConfirmation').filter(
    (one) => attribute(one, 'Method') === bearer,
  );
  must(bearers.length === 1, `Subject has ${bearers.length} bearer confirmations, not exactly one`);
  const [confirmation] = bearers;
  const data = confirmation && onlyChild(confirmation, ns.saml, 'SubjectConfirmationData');
  const found = need(data, 'Bearer confirmation has no SubjectConfirmationData');
  const recipient = attribute(found, 'Recipient') ?? '';
  must(recipient === expected.acsUrl, `Recipient "${recipient}" is not the ACS URL`);
  must(attribute(found, 'NotBefore') === undefined, 'SubjectConfirmationData has a NotBefore');
  const until = need(readBound(found, 'NotOnOrAfter'), 'SubjectConfirmationData has no NotOnOrAfter');
  must(expected.now < until + expected.skewMs, 'Subject confirmation has expired');
  return found;
}

function checkAuthnStatement(assertion: Element, { now, skewMs }: Expected): number | undefined {
  const [statement] = childrenOf(assertion, ns.saml, 'AuthnStatement');
  const found = need(statement, 'Assertion has no AuthnStatement');
  const authenticated = need(readBound(found, 'AuthnInstant'), 'AuthnStatement has no AuthnInstant');
  must(authenticated <= now + skewMs, 'AuthnInstant is in the future');
  const until = readBound(found, 'SessionNotOnOrAfter');
  must(until === undefined || now < until + skewMs, "The identity provider's session has ended");
  return until;
}

/** Core 3.2.2 and Profiles 4.1.4.2: on the Response and in the confirmation, or on neither. */
function loadInResponseTo(response: Element, data: Element): string | undefined {
  const outer = attribute(response, 'InResponseTo');
  const inner = attribute(data, 'InResponseTo');
  must(
    outer === inner,
    `InResponseTo differs: "${outer ?? ''}" on the Response, "${inner ?? ''}" in the Subject`,
  );
  return inner;
}

function loadNameId(subject: Element): string {
  const names = subject.children.filter((one) => ['NameID', 'BaseID', 'EncryptedID'].includes(one.local));
  const only = names.length === 1 ? onlyChild(subject, ns.saml, 'NameID') : undefined;
  const nameId = need(only, 'Subject has not exactly one NameID');
  // The text of CloudTrail's errorMessage, as observed (aws.md B.1).
  must(attribute(nameId, 'Format') === emailFormat, 'Response contains invalid name id policy format');
  const value = plainText(nameId);
  must(isAddrSpec(value), `NameID "${value}" is not an e-mail address`.slice(0, 300));
  return value;
}

/** RFC 2822 addr-spec with a dot-atom on both sides; quoted local parts and literals are no user names. */
function isAddrSpec(value: string): boolean {
  const atom = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
  const dotAtom = `${atom}(?:\\.${atom})*`;
  return value.length <= 320 && new RegExp(`^${dotAtom}@${dotAtom}$`, 'u').test(value);
}

function readBound(element: Element, name: string): number | undefined {
  const text = attribute(element, name);
  if (text === undefined) return undefined;
  return need(readInstant(text), `${name} "${text}" is not a UTC time`.slice(0, 200));
}

/** The element's text as it stands: no trimming, and no elements inside. */
function plainText(element: Element): string {
  must(element.children.length === 0, `"${element.local}" contains elements`);
  return element.text;
}
