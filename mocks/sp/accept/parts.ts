import { Refusal } from '../../core/saml/refusal.ts';
import { type Element, ns } from '../../core/saml/xml.ts';
import { attr, children, optional, required } from './find.ts';
import type { Run } from './types.ts';

export const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

export function conditionsOf(assertion: Element, run: Run): Element | undefined {
  return optional(run, assertion, ns.saml, 'Conditions');
}

/** The data of the one bearer confirmation; other methods do not matter beside it. */
export function findConfirmation(assertion: Element, run: Run): Element | undefined {
  const subject = optional(run, assertion, ns.saml, 'Subject');
  const bearers = children(run, subject, ns.saml, 'SubjectConfirmation').filter(
    (one) => attr(run, one, 'Method') === bearer,
  );
  const [only] = bearers;
  if (only === undefined || bearers.length > 1)
    throw new Refusal(`Subject has ${bearers.length} bearer confirmations, not exactly one`);
  return required(run, only, ns.saml, 'SubjectConfirmationData');
}

export function audiencesOf(restriction: Element, run: Run): readonly string[] {
  return children(run, restriction, ns.saml, 'Audience').map(run.steps.textOf);
}
