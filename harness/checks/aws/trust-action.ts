import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { admittingStatements, hasReadableRole, readableRoles, statementsFor } from './_trust.ts';

export default defineCheck({
  id: 'aws/trust-action',
  title: {
    holds: 'Every offered role allows sts:AssumeRoleWithSAML to the provider',
    fails: 'An offered role does not allow sts:AssumeRoleWithSAML to the provider',
  },
  why: 'The role trusts the provider for something else, such as web identity; AWS answers “Not authorized”.',
  fix: {
    console: 'IAM',
    field: 'Roles → the role → Trust relationships → Edit trust policy',
    change: 'Add sts:AssumeRoleWithSAML to the Action of the statement that names the provider.',
  },
  judges: 'setup',
  needs: ['response', 'account'],
  refs: [refs.trust('The action of the trust policy is sts:AssumeRoleWithSAML.')],
  messages: { other: 'The role {role} allows {actions} to {provider}.' },
  applies: hasReadableRole,
  run: (given) =>
    readableRoles(given).flatMap((one) => {
      const statements = statementsFor(one, 'Allow');
      // That no statement names the provider is told by aws/trust-provider.
      if (statements.length === 0 || admittingStatements(one).length > 0) return [];
      const actions = statements
        .flatMap(({ action: { texts, negated } }) =>
          texts.map((text) => (negated ? `all but ${text}` : text)),
        )
        .join(', ');
      return [
        {
          message: 'other' as const,
          data: { role: one.role.name, actions, provider: one.provider.arn },
          expected: 'sts:AssumeRoleWithSAML',
          observed: actions,
          where: one.where,
        },
      ];
    }),
});
