import type { RoleMapping } from '../../harness/model/identity-pool-records.ts';
import * as arrange from './arrange.ts';
import type { Sketch } from './cases.ts';
import { claims, provider, roles } from './world.ts';

const denied = 'NotAuthorizedException';
const misconfigured = 'InvalidIdentityPoolConfigurationException';
const nobody = { role: null, tags: [] };
const as = (role: string) => ({ role, tags: [] });
const refused = { expected: 'refused-by-sp', calls: ['granted', denied] } as const;

const rule = (claim: string, matchType: string, value: string, roleArn: string) => ({
  claim,
  matchType,
  value,
  roleArn,
});
const rules = (ambiguousRoleResolution: string, ...each: RoleMapping['rules']) => ({
  roleMappings: [{ provider, type: 'Rules', ambiguousRoleResolution, rules: each }],
});
const ofRoleAttribute = { authenticatedRole: undefined };
const { department, costCenter } = claims;

const byRules: readonly Sketch[] = [
  {
    id: 'rule-equals',
    title: 'A rule by Equals gives its role',
    agreed: as(roles.engineer),
    pool: rules('Deny', rule(department, 'Equals', 'Engineering', roles.engineer)),
  },
  {
    id: 'rule-starts-with',
    title: 'A rule by StartsWith gives its role',
    person: 'bob',
    agreed: as(roles.auditor),
    pool: rules('Deny', rule(department, 'StartsWith', 'Fin', roles.auditor)),
  },
  {
    id: 'rule-contains',
    title: 'A rule by Contains gives its role',
    agreed: as(roles.engineer),
    pool: rules('Deny', rule(department, 'Contains', 'gineer', roles.engineer)),
  },
  {
    id: 'rule-not-equal',
    title: 'A rule by NotEqual gives its role to everybody else',
    person: 'bob',
    agreed: as(roles.auditor),
    pool: rules('Deny', rule(department, 'NotEqual', 'Engineering', roles.auditor)),
  },
  {
    id: 'rule-not-equal-absent',
    title: 'A rule by NotEqual is not asked of somebody without the claim',
    ...refused,
    agreed: nobody,
    pool: rules('Deny', rule('groups', 'NotEqual', 'contractors', roles.engineer)),
    expectedFailures: [
      { check: 'identity-pool/rule-claim-sent', reason: 'The mapping does not send the claim.' },
    ],
  },
  {
    id: 'rules-in-order',
    title: 'Of two rules that match, the first gives its role',
    agreed: as(roles.auditor),
    pool: rules(
      'Deny',
      rule(costCenter, 'StartsWith', '47', roles.auditor),
      rule(department, 'Equals', 'Engineering', roles.engineer),
    ),
  },
  {
    id: 'rules-custom-role',
    title: 'CustomRoleArn chooses a later rule that matches',
    agreed: as(roles.engineer),
    app: { customRoleArn: roles.engineer },
    pool: rules(
      'Deny',
      rule(costCenter, 'StartsWith', '47', roles.auditor),
      rule(department, 'Equals', 'Engineering', roles.engineer),
    ),
  },
  {
    id: 'rules-custom-role-unmatched',
    title: 'CustomRoleArn of a rule that does not match is refused',
    ...refused,
    agreed: nobody,
    app: { customRoleArn: roles.auditor },
    pool: rules(
      'AuthenticatedRole',
      rule(department, 'Equals', 'Engineering', roles.engineer),
      rule(department, 'Equals', 'Finance', roles.auditor),
    ),
    expectedFailures: [
      { check: 'identity-pool/custom-role', reason: 'The application asks for a role of others.' },
    ],
  },
  {
    id: 'no-rule-denied',
    title: 'Whom no rule matches is denied where the pool says so',
    ...refused,
    person: 'bob',
    agreed: nobody,
    pool: rules('Deny', rule(department, 'Equals', 'Engineering', roles.engineer)),
  },
  {
    id: 'no-rule-default',
    title: 'Whom no rule matches gets the default role where the pool says so',
    person: 'bob',
    agreed: as(roles.member),
    pool: rules('AuthenticatedRole', rule(department, 'Equals', 'Engineering', roles.engineer)),
  },
  {
    id: 'rules-before-role-attribute',
    title: 'Rules count, whatever roles the assertion names',
    agreed: as(roles.engineer),
    pool: rules('Deny', rule(department, 'Equals', 'Engineering', roles.engineer)),
    after: [arrange.offering(roles.auditor)],
    expectedFailures: [
      { check: 'identity-pool/role-claim-used', reason: 'The assertion names a role on purpose.' },
    ],
  },
];

const byAssertion: readonly Sketch[] = [
  {
    id: 'one-role',
    title: 'The only role of the assertion is given',
    agreed: as(roles.auditor),
    pool: ofRoleAttribute,
    after: [arrange.offering(roles.auditor)],
  },
  {
    id: 'role-of-direct-federation',
    title: 'A role of the assertion may trust the SAML provider in place of the pool',
    agreed: as(roles.direct),
    pool: ofRoleAttribute,
    after: [arrange.offering(roles.direct)],
  },
  {
    id: 'custom-role',
    title: 'Of several roles in the assertion CustomRoleArn chooses one',
    agreed: as(roles.engineer),
    pool: ofRoleAttribute,
    app: { customRoleArn: roles.engineer },
    after: [arrange.offering(roles.auditor, roles.engineer)],
  },
  {
    id: 'custom-role-missing',
    title: 'Of several roles in the assertion none is given without CustomRoleArn',
    ...refused,
    agreed: nobody,
    pool: ofRoleAttribute,
    after: [arrange.offering(roles.auditor, roles.engineer)],
    expectedFailures: [
      { check: 'identity-pool/role-chosen', reason: 'The application leaves CustomRoleArn out.' },
    ],
  },
  {
    id: 'custom-role-not-offered',
    title: 'CustomRoleArn that the assertion does not name is refused',
    ...refused,
    agreed: nobody,
    pool: ofRoleAttribute,
    app: { customRoleArn: roles.member },
    after: [arrange.offering(roles.auditor, roles.engineer)],
    expectedFailures: [
      { check: 'identity-pool/custom-role', reason: 'The application asks for a role of its own choice.' },
    ],
  },
  {
    id: 'role-of-other-provider',
    title: 'A role with another provider does not count',
    ...refused,
    calls: ['granted', misconfigured],
    agreed: nobody,
    pool: ofRoleAttribute,
    after: [arrange.roleValues(`${roles.auditor},${provider}Staging`)],
    expectedFailures: [
      { check: 'identity-pool/role-claim', reason: 'The mapping names another provider.' },
      { check: 'identity-pool/role-source', reason: 'Nothing else gives a role.' },
    ],
  },
];

const tagged = (...tags: readonly { readonly key: string; readonly claim: string }[]) => ({
  principalTags: [{ provider, useDefaults: false, tags }],
});

const tags: readonly Sketch[] = [
  {
    id: 'tags-custom',
    title: 'Custom mappings bring principal tags to the session',
    agreed: {
      role: roles.member,
      tags: [
        { key: 'Department', value: 'Engineering' },
        { key: 'CostCenter', value: '4711' },
      ],
    },
    pool: tagged({ key: 'Department', claim: department }, { key: 'CostCenter', claim: costCenter }),
  },
  {
    id: 'tags-default',
    title: 'Default mappings bring subject and audience to the session',
    agreed: {
      role: roles.member,
      tags: [
        { key: 'username', value: 'alice.wong@example.com' },
        { key: 'client', value: 'urn:amazon:webservices' },
      ],
    },
    pool: { principalTags: [{ provider, useDefaults: true, tags: [] }] },
  },
  {
    id: 'tags-without-permission',
    title: 'Tags keep people out of a role that does not allow sts:TagSession',
    ...refused,
    calls: ['granted', misconfigured],
    agreed: { role: roles.untagged, tags: [{ key: 'Department', value: 'Engineering' }] },
    pool: { authenticatedRole: roles.untagged, ...tagged({ key: 'Department', claim: department }) },
    expectedFailures: [
      { check: 'identity-pool/trust-tags', reason: 'The trust policy does not allow sts:TagSession.' },
    ],
  },
];

/** Where a person's role and tags come from. */
export const roleSketches: readonly Sketch[] = [...byRules, ...byAssertion, ...tags];
