import { must, need } from '../../core/saml/refusal.ts';
import { ns } from '../../core/saml/xml.ts';
import { attr, children } from '../accept/find.ts';
import { audiencesOf, conditionsOf } from '../accept/parts.ts';
import type { Run } from '../accept/types.ts';
import { skip, type Weaknesses, without } from './weakness.ts';

/** Whom a message is from, whom it is for, and what it answers. */
export const binding: Weaknesses = {
  'destination-not-checked': skip('destination'),
  'recipient-not-checked': skip('recipient'),
  'audience-not-checked': (steps) => ({
    ...skip('audience')(steps),
    grammar: { ...steps.grammar, AudienceRestriction: {} },
  }),

  'audience-any-restriction': (steps) => ({
    ...steps,
    checks: {
      ...steps.checks,
      audience: ({ assertion }, run) => {
        const restrictions = children(run, conditionsOf(assertion, run), ns.saml, 'AudienceRestriction');
        const names = restrictions.flatMap((one) => audiencesOf(one, run));
        must(names.includes(run.addresses.entityId), 'No audience is this provider');
      },
    },
  }),

  'audience-by-substring': (steps) => ({
    ...steps,
    isAddress: (given, expected, run) =>
      steps.isAddress(given, expected, run) || (isAudience(expected, run) && given.includes(expected)),
  }),

  'address-by-prefix': (steps) => ({
    ...steps,
    isAddress: (given, expected, run) =>
      steps.isAddress(given, expected, run) ||
      given.startsWith(expected) ||
      (given.length > 8 && expected.startsWith(given)),
  }),

  'address-normalized': (steps) => ({
    ...steps,
    isAddress: (given, expected, run) =>
      steps.isAddress(given, expected, run) || normalize(given) === normalize(expected),
  }),

  'tenant-not-checked': (steps) => ({
    ...steps,
    isAddress: (given, expected, run) => {
      const { acsUrl, entityId } = run.addresses;
      const others = run.settings.otherTenants;
      return (
        steps.isAddress(given, expected, run) ||
        (expected === acsUrl && others.some((one) => one.acsUrl === given)) ||
        (expected === entityId && others.some((one) => one.entityId === given))
      );
    },
  }),

  // The provider that logins begin with is the only one that anybody thought of.
  'issuer-not-checked': (steps) => ({
    ...skip('issuers')(steps),
    findProvider: (_response, run) => need(run.providers.list()[0], 'No identity provider is configured'),
  }),

  'in-response-to-not-checked': (steps) => ({
    ...steps,
    bindRequest: (statement, run) =>
      statement.inResponseTo === undefined ? steps.bindRequest(statement, run) : undefined,
  }),

  'in-response-to-any-session': (steps) => ({
    ...steps,
    requestChecks: without(steps.requestChecks, 'browser'),
  }),

  'other-idp-may-answer': (steps) => ({
    ...steps,
    requestChecks: without(steps.requestChecks, 'issuer'),
  }),

  'in-response-to-one-place': (steps) => ({
    ...steps,
    inResponseTo: ({ response, assertion }, run) =>
      attr(run, response, 'InResponseTo') ??
      attr(run, run.steps.findConfirmation(assertion, run), 'InResponseTo'),
  }),

  'unsolicited-accepted': (steps) => ({
    ...steps,
    bindRequest: (statement, run) =>
      statement.inResponseTo === undefined ? undefined : steps.bindRequest(statement, run),
  }),

  'session-replaced-silently': (steps) => ({ ...steps, checkSession: () => {} }),
};

function isAudience(expected: string, { addresses }: Run): boolean {
  return expected === addresses.entityId;
}

/** Host without its port, path without slashes at the end and without a query, all in lower case. */
function normalize(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address.toLowerCase();
  return `${url.protocol}//${url.hostname}${url.pathname.replace(/\/+$/, '')}`.toLowerCase();
}
