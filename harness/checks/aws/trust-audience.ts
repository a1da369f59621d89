import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { admittingStatements, hasReadableRole, readableRoles } from './_trust.ts';

export default defineCheck({
  id: 'aws/trust-audience',
  title: {
    holds: 'Every trust policy says by SAML:aud which sign-in address it accepts',
    fails: 'A trust policy does not say by SAML:aud which sign-in address it accepts',
  },
  why: 'Responses that were made for another address of AWS open the role as well.',
  fix: {
    console: 'IAM',
    field: 'Roles → the role → Trust relationships → Edit trust policy',
    change: 'Add the condition StringEquals with SAML:aud and the sign-in address.',
  },
  judges: 'setup',
  needs: ['response', 'account'],
  refs: [
    refs.trust('The trust policy has a condition on SAML:aud with the sign-in address.'),
    refs.conditionKeys('saml:aud is the Recipient of the assertion; the name of the key has no case.'),
    {
      document: '1kosmos',
      section: 'Integration notes',
      says: 'The trust policy includes the required SAML condition keys.',
    },
  ],
  messages: {
    absent: 'Statement {statement} of {role} lets the provider in without a condition on SAML:aud.',
  },
  applies: hasReadableRole,
  run: (given) =>
    readableRoles(given).flatMap((one) =>
      admittingStatements(one)
        .filter(({ conditions }) => !conditions.some(({ lookup }) => lookup === 'saml:aud'))
        .map(({ index, place }) => ({
          message: 'absent' as const,
          data: { statement: index + 1, role: one.role.name },
          expected: 'StringEquals, SAML:aud',
          observed: 'no such condition',
          where: { ...one.where, path: `${one.where.path}${place.pointer}` },
        })),
    ),
});
