import { must } from '../../core/saml/refusal.ts';
import { type Element, ns } from '../../core/saml/xml.ts';
import { quote } from './find.ts';
import type { Run } from './types.ts';

/** What the schemas of SAML allow in one element. */
export interface Production {
  /** Matched against the names of the child elements, each followed by a blank. Absent: anything. */
  readonly content?: RegExp;
  /** Unprefixed attributes that it may have. */
  readonly attributes?: readonly string[];
  readonly requires?: readonly string[];
  /** False where text is not allowed. */
  readonly text?: false;
}

/** By local name: none of those below means two things in SAML's two namespaces. */
export type Grammar = Readonly<Record<string, Production>>;

const none = /^$/;
const name = { content: none, attributes: ['NameQualifier', 'SPNameQualifier', 'Format', 'SPProvidedID'] };
const identifier = '(saml:BaseID |saml:NameID |saml:EncryptedID )';

/** saml-schema-protocol-2.0 and saml-schema-assertion-2.0, as far as a login response reaches. */
export const grammar: Grammar = {
  Response: {
    text: false,
    content:
      /^(saml:Issuer )?(ds:Signature )?(samlp:Extensions )?samlp:Status (saml:Assertion |saml:EncryptedAssertion )*$/,
    attributes: ['ID', 'InResponseTo', 'Version', 'IssueInstant', 'Destination', 'Consent'],
    requires: ['ID', 'Version', 'IssueInstant'],
  },
  Status: {
    text: false,
    content: /^samlp:StatusCode (samlp:StatusMessage )?(samlp:StatusDetail )?$/,
    attributes: [],
  },
  StatusCode: {
    text: false,
    content: /^(samlp:StatusCode )?$/,
    attributes: ['Value'],
    requires: ['Value'],
  },
  StatusMessage: { content: none, attributes: [] },
  Assertion: {
    text: false,
    content:
      /^saml:Issuer (ds:Signature )?(saml:Subject )?(saml:Conditions )?(saml:Advice )?(saml:(Authn|AuthzDecision|Attribute)?Statement )*$/,
    attributes: ['Version', 'ID', 'IssueInstant'],
    requires: ['Version', 'ID', 'IssueInstant'],
  },
  Issuer: name,
  NameID: name,
  Subject: {
    text: false,
    content: new RegExp(`^(${identifier}(saml:SubjectConfirmation )*|(saml:SubjectConfirmation )+)$`),
    attributes: [],
  },
  SubjectConfirmation: {
    text: false,
    content: new RegExp(`^${identifier}?(saml:SubjectConfirmationData )?$`),
    attributes: ['Method'],
    requires: ['Method'],
  },
  SubjectConfirmationData: {
    attributes: ['NotBefore', 'NotOnOrAfter', 'Recipient', 'InResponseTo', 'Address'],
  },
  Conditions: {
    text: false,
    content: /^(saml:(Condition|AudienceRestriction|OneTimeUse|ProxyRestriction) )*$/,
    attributes: ['NotBefore', 'NotOnOrAfter'],
  },
  AudienceRestriction: { text: false, content: /^(saml:Audience )+$/, attributes: [] },
  Audience: { content: none, attributes: [] },
  OneTimeUse: { text: false, content: none, attributes: [] },
  ProxyRestriction: { text: false, content: /^(saml:Audience )*$/, attributes: ['Count'] },
  AuthnStatement: {
    text: false,
    content: /^(saml:SubjectLocality )?saml:AuthnContext $/,
    attributes: ['AuthnInstant', 'SessionIndex', 'SessionNotOnOrAfter'],
    requires: ['AuthnInstant'],
  },
  SubjectLocality: { text: false, content: none, attributes: ['Address', 'DNSName'] },
  AuthnContext: {
    text: false,
    content:
      /^(saml:AuthnContextClassRef (saml:AuthnContextDecl(Ref)? )?|saml:AuthnContextDecl(Ref)? )(saml:AuthenticatingAuthority )*$/,
    attributes: [],
  },
  AuthnContextClassRef: { content: none, attributes: [] },
  AuthenticatingAuthority: { content: none, attributes: [] },
  AttributeStatement: {
    text: false,
    content: /^(saml:Attribute |saml:EncryptedAttribute )+$/,
    attributes: [],
  },
  Attribute: {
    text: false,
    content: /^(saml:AttributeValue )*$/,
    attributes: ['Name', 'NameFormat', 'FriendlyName'],
    requires: ['Name'],
  },
};

const ncName = /^[\p{L}_][\p{L}\p{N}_.\u00B7-]*$/u;
const dateTime = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/** Forms of the attributes that have one, by name. */
const types: Readonly<Record<string, RegExp>> = {
  ID: ncName,
  InResponseTo: ncName,
  IssueInstant: dateTime,
  NotBefore: dateTime,
  NotOnOrAfter: dateTime,
  AuthnInstant: dateTime,
  SessionNotOnOrAfter: dateTime,
  Count: /^\d+$/,
};

const prefixes: Readonly<Record<string, string>> = { [ns.saml]: 'saml', [ns.samlp]: 'samlp', [ns.ds]: 'ds' };

/** Below these anything may stand, or something that is judged elsewhere. */
const opaque = ['Signature', 'Extensions', 'StatusDetail', 'Advice', 'AttributeValue', 'EncryptedAssertion'];

/** Refuses what the schemas forbid: unknown or misplaced children, attributes, text. */
export function checkGrammar(element: Element, run: Run): void {
  const production = run.steps.grammar[element.local];
  if (production !== undefined) checkOne(element, production);
  // An Assertion inside the Response is checked as it was read.
  for (const child of element.children)
    if (!opaque.includes(child.local) && child.local !== 'Assertion') checkGrammar(child, run);
}

function checkOne(element: Element, { content, attributes, requires = [], text }: Production): void {
  const names = element.children.map((one) => `${prefixes[one.namespace] ?? '?'}:${one.local} `).join('');
  must(
    content === undefined || content.test(names),
    `Schema does not allow ${quote(names.trim())} in "${element.local}"`,
  );
  must(text !== false || element.text.trim() === '', `Schema does not allow text in "${element.local}"`);
  const given = element.attributes.filter(({ prefix, name: full }) => prefix === '' && full !== 'xmlns');
  const unknown = given.find((one) => attributes !== undefined && !attributes.includes(one.local));
  must(unknown === undefined, `Schema does not allow "${unknown?.local}" on "${element.local}"`);
  for (const one of given) {
    const type = types[one.local];
    must(type?.test(one.value) ?? true, `Schema does not allow ${quote(one.value)} as "${one.local}"`);
  }
  const missing = requires.find((one) => !given.some(({ local }) => local === one));
  must(missing === undefined, `Schema demands "${missing}" on "${element.local}"`);
}
