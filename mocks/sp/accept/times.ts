import { readInstant } from '../../core/saml/instant.ts';
import { must, need } from '../../core/saml/refusal.ts';
import { type Element, ns } from '../../core/saml/xml.ts';
import { attr, children, quote } from './find.ts';
import { conditionsOf } from './parts.ts';
import type { Check, Run } from './types.ts';

export { readInstant };

/** An instant that is there must be readable; undefined when it is not there. */
export function bound(element: Element | undefined, name: string, run: Run): number | undefined {
  const text = attr(run, element, name);
  if (text === undefined) return undefined;
  return run.steps.readBound(text, name, run);
}

/** What cannot be read is no bound that is kept. */
export function readBound(text: string, name: string, run: Run): number | undefined {
  return need(run.steps.readInstant(text), `${name} ${quote(text)} is not a UTC time`);
}

/** Messages are not kept for later: neither old nor from the future. */
export const issueInstant: Check = ({ response, assertion }, run) => {
  const skew = run.steps.skewMs(run);
  for (const element of [response, assertion]) {
    const issued = need(bound(element, 'IssueInstant', run), `"${element.local}" has no IssueInstant`);
    must(issued <= run.now + skew, `"${element.local}" is issued in the future`);
    const oldest = run.now - run.settings.maxMessageAgeMs - skew;
    must(issued >= oldest, `"${element.local}" was issued too long ago`);
  }
};

/** Profiles 4.1.4.2 demands the confirmation's end; an assertion without one of its own is refused too. */
export const bounds: Check = ({ assertion }, run) => {
  const conditions = conditionsOf(assertion, run);
  need(attr(run, conditions, 'NotOnOrAfter'), 'Conditions have no NotOnOrAfter');
  const data = run.steps.findConfirmation(assertion, run);
  need(attr(run, data, 'NotOnOrAfter'), 'SubjectConfirmationData has no NotOnOrAfter');
};

/** Core 2.5.1.2: it must end after it begins. */
export const window: Check = ({ assertion }, run) => {
  const conditions = conditionsOf(assertion, run);
  const from = bound(conditions, 'NotBefore', run);
  const until = bound(conditions, 'NotOnOrAfter', run);
  must(from === undefined || until === undefined || from < until, 'Conditions end before they begin');
};

/** Core 2.5.1.2. */
export const conditionsTime: Check = ({ assertion }, run) => {
  const conditions = conditionsOf(assertion, run);
  const skew = run.steps.skewMs(run);
  const from = bound(conditions, 'NotBefore', run);
  const until = bound(conditions, 'NotOnOrAfter', run);
  must(from === undefined || from <= run.now + skew, 'Assertion is not yet valid');
  must(until === undefined || run.now < until + skew, 'Assertion has expired');
};

/** Profiles 4.1.4.3. */
export const subjectTime: Check = ({ assertion }, run) => {
  const until = bound(run.steps.findConfirmation(assertion, run), 'NotOnOrAfter', run);
  must(until === undefined || run.now < until + run.steps.skewMs(run), 'Subject confirmation has expired');
};

/** Profiles 4.1.4.2: a bearer confirmation must not have one. */
export const subjectNotBefore: Check = ({ assertion }, run) => {
  const data = run.steps.findConfirmation(assertion, run);
  must(
    data === undefined || attr(run, data, 'NotBefore') === undefined,
    'SubjectConfirmationData has a NotBefore',
  );
};

export const authnInstant: Check = ({ assertion }, run) => {
  const skew = run.steps.skewMs(run);
  for (const statement of children(run, assertion, ns.saml, 'AuthnStatement')) {
    const at = bound(statement, 'AuthnInstant', run);
    if (at === undefined) continue;
    must(at <= run.now + skew, 'AuthnInstant is in the future');
    must(at >= run.now - run.settings.maxAuthnAgeMs - skew, 'Authentication was too long ago');
  }
};

/** Core 2.7.2. No tolerance: the session that it would begin is over. */
export const sessionEnd: Check = ({ assertion }, run) => {
  for (const statement of children(run, assertion, ns.saml, 'AuthnStatement')) {
    const end = bound(statement, 'SessionNotOnOrAfter', run);
    must(end === undefined || run.now < end, "The identity provider's session has ended");
  }
};

/** When a used assertion's own word for its end has passed, whichever is later: from then on it is refused anyway. */
export function endOf(assertion: Element, run: Run): number {
  const ends = [
    bound(conditionsOf(assertion, run), 'NotOnOrAfter', run),
    bound(run.steps.findConfirmation(assertion, run), 'NotOnOrAfter', run),
  ].filter((end) => end !== undefined);
  return ends.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...ends);
}
