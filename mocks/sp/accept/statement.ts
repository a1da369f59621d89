import { must, need, Refusal } from '../../core/saml/refusal.ts';
import { type Element, ns } from '../../core/saml/xml.ts';
import { attr, children, optional, quote } from './find.ts';
import { bound, endOf } from './times.ts';
import type { Attribute, Message, Run, Statement } from './types.ts';

/** Takes from a message that passed every check what the application needs. */
export function readStatement(message: Message, run: Run): Statement {
  const { assertion, response, provider } = message;
  const nameId = run.steps.readNameId(message, run);
  const authn = children(run, assertion, ns.saml, 'AuthnStatement');
  const [first] = authn;
  const ends = authn.map((one) => bound(one, 'SessionNotOnOrAfter', run)).filter((end) => end !== undefined);
  const context = optional(run, first, ns.saml, 'AuthnContext');
  const [contextClass] = children(run, context, ns.saml, 'AuthnContextClassRef');
  return {
    issuer: provider.entityId,
    assertionId: attr(run, assertion, 'ID') ?? '',
    responseId: attr(run, response, 'ID') ?? '',
    nameId: nameId === undefined ? '' : run.steps.textOf(nameId),
    nameIdFormat: attr(run, nameId, 'Format'),
    attributes: run.steps.readAttributes(message, run),
    inResponseTo: run.steps.inResponseTo(message, run),
    notOnOrAfter: endOf(assertion, run),
    sessionIndex: attr(run, first, 'SessionIndex'),
    sessionNotOnOrAfter: ends.length === 0 ? undefined : Math.min(...ends),
    authnInstant: bound(first, 'AuthnInstant', run),
    authnContext: contextClass && run.steps.textOf(contextClass),
  };
}

/** The one NameID of the Subject. */
export function readNameId({ assertion }: Message, run: Run): Element | undefined {
  const subject = optional(run, assertion, ns.saml, 'Subject');
  const names = (subject?.children ?? []).filter((one) =>
    ['NameID', 'BaseID', 'EncryptedID'].some((local) => run.steps.isNamed(one, ns.saml, local)),
  );
  must(names.length === 1, `Subject has ${names.length} identifiers, not exactly one`);
  const [only] = children(run, subject, ns.saml, 'NameID');
  return need(only, `Subject is named by ${quote(names[0]?.local)}, not by a NameID`);
}

/** Attributes of the assertion's own statements; one name twice is refused, since readers differ in what it means. */
export function readAttributes({ assertion }: Message, run: Run): readonly Attribute[] {
  const found = children(run, assertion, ns.saml, 'AttributeStatement').flatMap((statement) =>
    readFrom(statement, run),
  );
  const keys = found.map((one) => JSON.stringify([one.name, one.nameFormat]));
  const twice = found.find((_one, index) => keys.indexOf(keys[index] ?? '') !== index);
  must(twice === undefined, `Attribute ${quote(twice?.name)} occurs more than once`);
  return found;
}

export function readFrom(statement: Element, run: Run): readonly Attribute[] {
  if (children(run, statement, ns.saml, 'EncryptedAttribute').length > 0)
    throw new Refusal('Attributes are encrypted, which is not supported');
  return children(run, statement, ns.saml, 'Attribute').map((one) => ({
    name: attr(run, one, 'Name') ?? '',
    nameFormat: attr(run, one, 'NameFormat'),
    friendlyName: attr(run, one, 'FriendlyName'),
    values: children(run, one, ns.saml, 'AttributeValue').map((value) => plainValueOf(value, run)),
  }));
}

/** A value that is XML, such as eduPersonTargetedID, is no text to be read. */
function plainValueOf(value: Element, run: Run): string {
  return value.children.length === 0 ? run.steps.textOf(value) : '';
}

/** On both places or on neither. */
export function inResponseTo({ response, assertion }: Message, run: Run): string | undefined {
  const outer = attr(run, response, 'InResponseTo');
  const data = run.steps.findConfirmation(assertion, run);
  const inner = attr(run, data, 'InResponseTo');
  must(
    outer === inner,
    `InResponseTo differs: ${quote(outer)} on the Response, ${quote(inner)} in the Subject`,
  );
  return inner;
}
