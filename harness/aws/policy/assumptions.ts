/** What the evaluator does where AWS's documentation is silent, and what is known about it. */
export interface PolicyAssumption {
  readonly id: string;
  readonly assumption: string;
  readonly known: string;
}

export const policyAssumptions = [
  {
    id: 'everyone-includes-federated',
    assumption: 'The principals "*", {"AWS": "*"} and {"Federated": "*"} each include a SAML provider.',
    known:
      'The Principal page says that "*" means all principals and equals {"AWS": "*"} for anonymous callers; it does not name SAML federation.',
  },
  {
    id: 'list-without-set-operator',
    assumption:
      'A key with several values that is tested without ForAnyValue or ForAllValues holds when any value matches, and for a negated operator when none does.',
    known: 'The documentation only says that such keys require a set operator.',
  },
  {
    id: 'variable-of-list',
    assumption: 'A policy variable whose key has several values has no value.',
    known: 'The documentation shows variables with single-valued keys only.',
  },
  {
    id: 'variable-brings-no-wildcard',
    assumption: 'A * or ? that a policy variable brings in stands for itself.',
    known:
      'The documentation names special variables for literal characters in a policy, and is silent on what values bring.',
  },
  {
    id: 'operator-names-exact',
    assumption: 'Operator names are compared with regard to case.',
    known: 'The documentation writes them in one way and says nothing of others; element names are exact.',
  },
  {
    id: 'not-principal-evaluated',
    assumption:
      'A stored trust policy with NotPrincipal is evaluated by the element’s general rule, though IAM would not accept it anew.',
    known: 'The NotPrincipal page says that it cannot be used in a role trust policy.',
  },
] as const satisfies readonly PolicyAssumption[];

export type PolicyAssumptionId = (typeof policyAssumptions)[number]['id'];
