import { must, need } from '../../core/saml/refusal.ts';
import { ns } from '../../core/saml/xml.ts';
import { attr, children, optional, quote, required } from './find.ts';
import { checkGrammar } from './grammar.ts';
import { audiencesOf, conditionsOf } from './parts.ts';
import * as times from './times.ts';
import type { Check } from './types.ts';

const success = 'urn:oasis:names:tc:SAML:2.0:status:Success';
const entityFormat = 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity';

/** Core 3.2.2.2: any other status than Success ends it, whatever else the message holds. */
const status: Check = ({ response }, run) => {
  const found = required(run, response, ns.samlp, 'Status');
  const value = attr(run, required(run, found, ns.samlp, 'StatusCode'), 'Value');
  must(value === success, `Status is ${quote(value)}, not Success`);
};

/** Metadata 2.4.4: what the metadata asks for is demanded too. */
const signed: Check = ({ signedBy }, { settings }) => {
  must(signedBy !== 'nobody', 'Assertion is not signed');
  must(
    signedBy === 'assertion' || !settings.wantAssertionsSigned,
    'Only the Response is signed, the metadata wants signed assertions',
  );
};

/** Core 2.3.3 and 3.2.2: version and identifiers. */
const heads: Check = ({ response, assertion }, run) => {
  for (const element of [response, assertion]) {
    must(attr(run, element, 'Version') === '2.0', `"${element.local}" is not of SAML version 2.0`);
    const id = attr(run, element, 'ID');
    must(/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(id ?? ''), `ID ${quote(id)} is not an NCName`);
  }
};

/** Profiles 4.1.4.2: the provider on both, and in a signed Response it must stand. */
const issuers: Check = ({ response, assertion, provider, responseSigned }, run) => {
  const inner = required(run, assertion, ns.saml, 'Issuer');
  const outer = optional(run, response, ns.saml, 'Issuer');
  must(outer !== undefined || !responseSigned, 'Signed Response has no Issuer');
  for (const issuer of [inner, ...(outer === undefined ? [] : [outer])]) {
    const name = run.steps.textOf(issuer);
    must(
      run.steps.isAddress(name, provider.entityId, run),
      `Issuer ${quote(name)} is not ${quote(provider.entityId)}`,
    );
    const format = attr(run, issuer, 'Format') ?? entityFormat;
    must(format === entityFormat, `Issuer has the format ${quote(format)}`);
  }
};

/** Bindings 3.5.5.2: a signed message must name its destination, and any must name the right one. */
const destination: Check = ({ response, responseSigned }, run) => {
  const given = attr(run, response, 'Destination');
  if (given === undefined) must(!responseSigned, 'Signed Response has no Destination');
  else
    must(
      run.steps.isAddress(given, run.addresses.acsUrl, run),
      `Destination ${quote(given)} is not the consumer service`,
    );
};

/** Core 2.5.1.4: every restriction must name this provider. */
const audience: Check = ({ assertion }, run) => {
  const restrictions = children(run, conditionsOf(assertion, run), ns.saml, 'AudienceRestriction');
  must(restrictions.length > 0, 'Assertion has no AudienceRestriction');
  for (const restriction of restrictions) {
    const names = audiencesOf(restriction, run);
    const isOurs = names.some((name) => run.steps.isAddress(name, run.addresses.entityId, run));
    must(isOurs, `Audience ${quote(names.join(', '))} is not this provider`);
  }
};

/** Core 2.5.1: an assertion with a condition that is not understood is not valid. */
const knownConditions: Check = ({ assertion }, run) => {
  const conditions = conditionsOf(assertion, run);
  const known = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'];
  for (const one of conditions?.children ?? []) {
    const isKnown = known.some((local) => run.steps.isNamed(one, ns.saml, local));
    must(isKnown, `Condition ${quote(one.local)} is not understood`);
  }
};

/** Core 2.5.1.5 and 2.5.1.6: these stand alone. */
const singleConditions: Check = ({ assertion }, run) => {
  const conditions = conditionsOf(assertion, run);
  for (const local of ['OneTimeUse', 'ProxyRestriction']) optional(run, conditions, ns.saml, local);
};

/** Profiles 4.1.4.2: Subject, Conditions and an AuthnStatement must be there. */
const requiredParts: Check = ({ assertion }, run) => {
  required(run, assertion, ns.saml, 'Subject');
  required(run, assertion, ns.saml, 'Conditions');
  const statements = children(run, assertion, ns.saml, 'AuthnStatement');
  must(statements.length > 0, 'Assertion has no AuthnStatement');
  for (const statement of statements)
    need(attr(run, statement, 'AuthnInstant'), 'AuthnStatement has no AuthnInstant');
};

/** Profiles 4.1.4.3: a bearer confirmation, made out to this consumer service. */
const recipient: Check = ({ assertion }, run) => {
  const data = run.steps.findConfirmation(assertion, run);
  if (data === undefined) return;
  const given = attr(run, data, 'Recipient');
  must(
    given !== undefined && run.steps.isAddress(given, run.addresses.acsUrl, run),
    `Recipient ${quote(given)} is not the consumer service`,
  );
};

/** Core 2.4.1.2: made out to another network address. What cannot be compared is refused. */
const address: Check = ({ assertion }, run) => {
  const data = run.steps.findConfirmation(assertion, run);
  const given = attr(run, data, 'Address');
  must(given === undefined || given === run.clientAddress, `Confirmation is for the address ${quote(given)}`);
};

/** Core 3.2.2 and Profiles 4.1.4.2: on the Response and in the confirmation the same, or on neither. */
const inResponseTo: Check = (message, run) => {
  run.steps.inResponseTo(message, run);
};

const nameFormat: Check = (message, run) => {
  const format = attr(run, run.steps.readNameId(message, run), 'Format');
  const { nameIdFormat } = run.settings;
  must(nameIdFormat === null || format === nameIdFormat, `NameID has the format ${quote(format)}`);
};

const name: Check = (message, run) => {
  const found = run.steps.readNameId(message, run);
  const value = found === undefined ? '' : run.steps.textOf(found);
  must(value.trim() !== '', 'NameID is empty');
  must(value.length <= 256, `NameID has ${value.length} characters`);
};

const schema: Check = ({ response, assertion }, run) => {
  checkGrammar(response, run);
  checkGrammar(assertion, run);
};

/** All that a message must satisfy, in this order. */
export const checks: Readonly<Record<string, Check>> = {
  status,
  signed,
  heads,
  issuers,
  destination,
  issueInstant: times.issueInstant,
  requiredParts,
  knownConditions,
  singleConditions,
  bounds: times.bounds,
  window: times.window,
  conditionsTime: times.conditionsTime,
  audience,
  recipient,
  subjectTime: times.subjectTime,
  subjectNotBefore: times.subjectNotBefore,
  address,
  inResponseTo,
  authnInstant: times.authnInstant,
  sessionEnd: times.sessionEnd,
  nameFormat,
  name,
  schema,
};
