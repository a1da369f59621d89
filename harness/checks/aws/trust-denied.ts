import { conditionHolds } from '../../aws/policy/conditions.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { contextFor, hasReadableRole, readableRoles, speaksOf, statementsFor } from './_trust.ts';

export default defineCheck({
  id: 'aws/trust-denied',
  title: {
    holds: 'No trust policy denies the login that it is to allow',
    fails: 'A trust policy denies the login that it is to allow',
  },
  why: 'A Deny that applies wins over every Allow; AWS says only “Not authorized”.',
  fix: {
    console: 'IAM',
    field: 'Roles → the role → Trust relationships → Edit trust policy',
    change: 'Narrow the condition of the Deny statement, or send what it asks for.',
  },
  judges: 'setup',
  needs: ['response', 'account'],
  refs: [
    {
      document: 'aws-iam',
      section: 'Policy evaluation logic',
      says: 'An explicit Deny overrides any Allow.',
    },
    refs.trust('The trust policy says who may assume the role.'),
  ],
  messages: { denied: 'Statement {statement} of the trust policy of {role} denies sts:AssumeRoleWithSAML.' },
  applies: hasReadableRole,
  run: (given, { now }) =>
    readableRoles(given).flatMap((one) => {
      const context = contextFor(given.response, one.provider, now);
      return statementsFor(one, 'Deny')
        .filter((statement) => speaksOf(statement, 'sts:AssumeRoleWithSAML'))
        .filter(({ conditions }) => conditions.every((condition) => conditionHolds(condition, context)))
        .map(({ index, place }) => ({
          message: 'denied' as const,
          data: { statement: index + 1, role: one.role.name },
          expected: 'no Deny that applies',
          observed: `Deny in statement ${index + 1}`,
          where: { ...one.where, path: `${one.where.path}${place.pointer}` },
        }));
    }),
});
