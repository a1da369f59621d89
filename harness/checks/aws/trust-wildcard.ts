import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { hasReadableRole, readableRoles } from './_trust.ts';

export default defineCheck({
  id: 'aws/trust-wildcard',
  title: {
    holds: 'No trust policy lets everyone in',
    fails: 'A trust policy lets everyone in',
  },
  why: 'Principals of any account, or any identity provider that someone adds, may take on the role.',
  fix: {
    console: 'IAM',
    field: 'Roles → the role → Trust relationships → Edit trust policy',
    change: 'Name the provider’s ARN as Federated principal in place of the wildcard or of NotPrincipal.',
  },
  judges: 'setup',
  needs: ['response', 'account'],
  refs: [
    {
      document: 'aws-iam',
      section: 'AWS JSON policy elements: Principal',
      says: 'A wildcard as principal of an Allow stands for everyone; it is not used in trust policies.',
    },
    refs.trust('The principal of the trust policy is the ARN of the SAML provider.'),
  ],
  messages: {
    everyone: 'Statement {statement} of {role} allows {actions} to everyone.',
    negated: 'Statement {statement} of {role} allows {actions} to everyone but those it names.',
  },
  applies: hasReadableRole,
  run: (given) =>
    readableRoles(given).flatMap(({ policy, role, where }) =>
      policy.statements.flatMap(({ effect, principal, action, index, place }) => {
        if (effect !== 'Allow' || principal === undefined) return [];
        const all = [...principal.aws, ...principal.federated];
        const isOpen = principal.everyone || all.includes('*') || principal.negated;
        if (!isOpen) return [];
        return [
          {
            message: principal.negated ? ('negated' as const) : ('everyone' as const),
            data: { statement: index + 1, role: role.name, actions: action.texts.join(', ') },
            expected: 'the ARN of the provider',
            observed: principal.negated ? 'NotPrincipal' : '*',
            where: { ...where, path: `${where.path}${place.pointer}` },
          },
        ];
      }),
    ),
});
