import type { IdentityPool, RoleMapping, RoleRule } from '../../model/identity-pool-records.ts';
import { parseProviderArn } from '../arn.ts';
import { readClaims } from '../claims.ts';
import { type PoolLogin, valuesOfClaim } from './login.ts';

/** Where a role comes from. */
export type RoleSource = 'rule' | 'assertion' | 'authenticated-role';

export type RoleRefusal =
  /** No rule matches, and the role resolution is to deny. */
  | 'no-rule-matches'
  /** The assertion names several roles, and nobody says which. */
  | 'several-roles'
  /** A mapping by token leads to no role or to several, and the role resolution is to deny. */
  | 'no-single-role'
  /** CustomRoleArn is none of the roles that the person may choose from. */
  | 'custom-role'
  /** The role resolution names the authenticated role, and the pool has none. */
  | 'no-authenticated-role'
  /** Neither a mapping nor the assertion nor the pool names a role. */
  | 'no-role';

/** What one rule makes of a login. */
export interface RuleVerdict {
  readonly rule: RoleRule;
  readonly matches: boolean;
  /** Values of the claim; empty where the assertion does not have it. */
  readonly values: readonly string[];
}

export type RoleChoice = {
  /** Every rule of the mapping in its order; empty where the provider has no rules. */
  readonly rules: readonly RuleVerdict[];
  /** Roles that CustomRoleArn may name, each once. */
  readonly choice: readonly string[];
} & (
  | { readonly granted: true; readonly roleArn: string; readonly source: RoleSource; readonly rule?: number }
  | { readonly granted: false; readonly refusal: RoleRefusal }
);

/**
 * Which role a person of a SAML provider gets. Sources: developer guide, "Role-based access control" (rules in order,
 * NotEqual not asked of an absent claim, CustomRoleArn before the order) and "SAML identity providers" (roles of the
 * assertion, CustomRoleArn one of them). What AWS leaves open is in `assumptions.ts`.
 */
export function chooseRole(pool: IdentityPool, login: PoolLogin, customRoleArn?: string): RoleChoice {
  const mapping = pool.roleMappings.find(({ provider }) => provider === login.provider);
  if (mapping?.type === 'Rules') return byRules(pool, mapping, login, customRoleArn);
  const choice = rolesOfAssertion(login);
  const facts = { rules: [], choice };
  if (customRoleArn !== undefined)
    return choice.includes(customRoleArn)
      ? { ...facts, granted: true, roleArn: customRoleArn, source: 'assertion' }
      : { ...facts, granted: false, refusal: 'custom-role' };
  const [only, ...others] = choice;
  if (only !== undefined && others.length === 0)
    return { ...facts, granted: true, roleArn: only, source: 'assertion' };
  if (mapping !== undefined) return resolve(pool, mapping, facts, 'no-single-role');
  if (only !== undefined) return { ...facts, granted: false, refusal: 'several-roles' };
  if (pool.authenticatedRole === undefined) return { ...facts, granted: false, refusal: 'no-role' };
  return { ...facts, granted: true, roleArn: pool.authenticatedRole, source: 'authenticated-role' };
}

/** Roles that the assertion names together with the provider that it came by; values that are no pair do not count. */
export function rolesOfAssertion({ provider, attributes }: PoolLogin): readonly string[] {
  const { pairsByRole } = readClaims(attributes, parseProviderArn(provider)?.partition);
  return [...pairsByRole].flatMap(([role, pairs]) =>
    pairs.some((pair) => pair.provider.arn === provider) ? [role] : [],
  );
}

/** Whether a claim with these values meets a rule: any value, but for NotEqual, which all of them must meet. */
export function ruleMatches({ matchType, value }: RoleRule, values: readonly string[]): boolean {
  if (values.length === 0) return false;
  switch (matchType) {
    case 'Equals':
      return values.includes(value);
    case 'NotEqual':
      return !values.includes(value);
    case 'Contains':
      return values.some((one) => one.includes(value));
    case 'StartsWith':
      return values.some((one) => one.startsWith(value));
    default:
      return false;
  }
}

type Facts = Pick<RoleChoice, 'rules' | 'choice'>;

function byRules(
  pool: IdentityPool,
  mapping: RoleMapping,
  login: PoolLogin,
  customRoleArn: string | undefined,
): RoleChoice {
  const rules = mapping.rules.map((rule) => {
    const values = valuesOfClaim(login, rule.claim);
    return { rule, values, matches: ruleMatches(rule, values) };
  });
  const choice = [...new Set(rules.flatMap(({ rule, matches }) => (matches ? [rule.roleArn] : [])))];
  const facts = { rules, choice };
  const wanted = rules.findIndex(
    ({ rule, matches }) => matches && (customRoleArn === undefined || rule.roleArn === customRoleArn),
  );
  const roleArn = mapping.rules[wanted]?.roleArn;
  if (roleArn !== undefined) return { ...facts, granted: true, roleArn, source: 'rule', rule: wanted };
  if (customRoleArn !== undefined) return { ...facts, granted: false, refusal: 'custom-role' };
  return resolve(pool, mapping, facts, 'no-rule-matches');
}

/** Role resolution: what a mapping does where it leads to no single role. Absent, which AWS forbids, it denies. */
function resolve(pool: IdentityPool, mapping: RoleMapping, facts: Facts, otherwise: RoleRefusal): RoleChoice {
  if (mapping.ambiguousRoleResolution !== 'AuthenticatedRole')
    return { ...facts, granted: false, refusal: otherwise };
  const roleArn = pool.authenticatedRole;
  if (roleArn === undefined) return { ...facts, granted: false, refusal: 'no-authenticated-role' };
  return { ...facts, granted: true, roleArn, source: 'authenticated-role' };
}
