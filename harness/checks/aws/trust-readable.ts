import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { hasTrustedRole, trustedRoles } from './_trust.ts';

export default defineCheck({
  id: 'aws/trust-readable',
  title: {
    holds: 'The trust policy of every offered role can be read',
    fails: 'The trust policy of an offered role cannot be read',
  },
  why: 'IAM refuses such a policy with MalformedPolicyDocument; a template or script with it stops half-way.',
  fix: {
    console: 'IAM',
    field: 'Roles → the role → Trust relationships → Edit trust policy',
    change: 'Correct the document at the place named.',
  },
  judges: 'setup',
  needs: ['response', 'account'],
  refs: [
    {
      document: 'aws-iam',
      section: 'Grammar of the IAM JSON policy language',
      says: 'A policy has this form.',
    },
    refs.trust('The trust policy says who may assume the role.'),
  ],
  messages: { broken: 'The trust policy of {role} cannot be read, line {line}, column {column}: {says}' },
  applies: hasTrustedRole,
  run: (given) =>
    trustedRoles(given).flatMap(({ role, trust, where }) => {
      if (!('fault' in trust)) return [];
      const { says, place } = trust.fault;
      return [
        {
          message: 'broken' as const,
          data: { role: role.name, line: place.line, column: place.column, says },
          expected: 'a valid policy document',
          observed: says,
          where: { ...where, path: `${where.path}${place.pointer}` },
        },
      ];
    }),
});
