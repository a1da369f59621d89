import { principalText } from '../../aws/policy/principal.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { hasReadableRole, readableRoles, statementsFor } from './_trust.ts';

export default defineCheck({
  id: 'aws/trust-provider',
  title: {
    holds: 'Every offered role trusts the provider',
    fails: 'An offered role does not trust the provider',
  },
  why: 'AWS answers “Not authorized to perform sts:AssumeRoleWithSAML” when people choose the role.',
  fix: {
    console: 'IAM',
    field: 'Roles → the role → Trust relationships → Edit trust policy',
    change: 'Name the provider’s ARN as Federated principal, exact in case.',
  },
  judges: 'setup',
  needs: ['response', 'account'],
  refs: [
    refs.trust('The principal of the trust policy is the ARN of the SAML provider.'),
    { document: '1kosmos', section: 'Integration notes', says: 'The trust policy names the provider’s ARN.' },
  ],
  messages: { other: 'The role {role} trusts {principals}, not {provider}.' },
  applies: hasReadableRole,
  run: (given) =>
    readableRoles(given).flatMap((one) => {
      if (statementsFor(one, 'Allow').length > 0) return [];
      const named = one.policy.statements.flatMap(({ effect, principal }) =>
        effect === 'Allow' && principal !== undefined ? principalText(principal) : [],
      );
      const principals = named.join(', ') || 'nobody';
      return [
        {
          message: 'other' as const,
          data: { role: one.role.name, principals, provider: one.provider.arn },
          expected: `Federated ${one.provider.arn}`,
          observed: principals,
          where: one.where,
        },
      ];
    }),
});
