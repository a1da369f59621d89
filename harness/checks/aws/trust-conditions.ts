import { conditionHolds, describeFailure } from '../../aws/policy/conditions.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { quoteAll } from '../metadata/_show.ts';
import {
  admittingStatements,
  contextFor,
  hasReadableRole,
  otherConditionsHold,
  readableRoles,
} from './_trust.ts';

export default defineCheck({
  id: 'aws/trust-conditions',
  title: {
    holds: 'The response fulfils the conditions of every trust policy',
    fails: 'The response does not fulfil a condition of a trust policy',
  },
  why: 'AWS answers “Not authorized to perform sts:AssumeRoleWithSAML”, and does not say which condition failed.',
  fix: {
    console: 'Identity provider',
    field: 'NameID format and claims mapping of the application',
    change: 'Send what the condition asks for, or correct the condition in the trust policy.',
  },
  judges: 'setup',
  needs: ['response', 'account'],
  refs: [
    refs.conditionKeys(
      'NameID, its format, the issuer and listed attributes can be conditions of a trust policy.',
    ),
    refs.tags('Session tags are there as aws:RequestTag/<key> while the role is assumed.'),
  ],
  messages: {
    unmet: 'The role {role} wants {key} to pass {operator} with {expected}; the response has {observed}.',
  },
  applies: hasReadableRole,
  run: (given, { now }) =>
    readableRoles(given).flatMap((one) => {
      const context = contextFor(given.response, one.provider, now);
      const admitting = admittingStatements(one);
      const [first] = admitting;
      if (first === undefined || admitting.some((each) => otherConditionsHold(each, context))) return [];
      return first.conditions
        .filter((condition) => condition.lookup !== 'saml:aud' && !conditionHolds(condition, context))
        .map((condition) => {
          const { key, operator, expected, observed, place } = describeFailure(condition, context);
          const shown = observed === undefined ? 'no such key' : quoteAll(observed);
          return {
            message: 'unmet' as const,
            data: { role: one.role.name, key, operator, expected: quoteAll(expected), observed: shown },
            expected: quoteAll(expected),
            observed: shown,
            where: { ...one.where, path: `${one.where.path}${place.pointer}` },
          };
        });
    }),
});
