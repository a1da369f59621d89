import type { IdentityPool, RoleMapping } from '../../../harness/model/identity-pool-records.ts';

/** What the pool knows of somebody: claims by name, and the roles that the assertion pairs with the provider. */
export interface Claimant {
  readonly provider: string;
  readonly claims: (name: string) => readonly string[];
  readonly roles: readonly string[];
}

export type ChosenRole =
  | { readonly role: string; readonly from: 'rule' | 'assertion' | 'authenticated-role' }
  | {
      readonly refused: 'NotAuthorizedException' | 'InvalidIdentityPoolConfigurationException';
      readonly why: string;
    };

/**
 * The service's own choice, step by step as the developer guide tells it; predictions and checks have a reading of
 * their own to be held against it.
 */
export function chooseRole(pool: IdentityPool, who: Claimant, customRoleArn: string | undefined): ChosenRole {
  const mapping = pool.roleMappings.find(({ provider }) => provider === who.provider);
  if (mapping !== undefined && mapping.type === 'Rules')
    return followRules(pool, mapping, who, customRoleArn);
  if (customRoleArn !== undefined) {
    if (who.roles.includes(customRoleArn)) return { role: customRoleArn, from: 'assertion' };
    return denied(`CustomRoleArn ${customRoleArn} is no role of the assertion`);
  }
  const [first] = who.roles;
  if (first !== undefined && who.roles.length === 1) return { role: first, from: 'assertion' };
  if (mapping !== undefined) return fallBack(pool, mapping, `The assertion names ${who.roles.length} roles`);
  if (first !== undefined)
    return denied(`The assertion names ${who.roles.length} roles, and CustomRoleArn none of them`);
  if (pool.authenticatedRole !== undefined)
    return { role: pool.authenticatedRole, from: 'authenticated-role' };
  return misconfigured('Neither the assertion nor the pool names a role');
}

function followRules(
  pool: IdentityPool,
  mapping: RoleMapping,
  who: Claimant,
  customRoleArn: string | undefined,
): ChosenRole {
  for (const { claim, matchType, value, roleArn } of mapping.rules) {
    if (customRoleArn !== undefined && roleArn !== customRoleArn) continue;
    const values = who.claims(claim);
    if (values.length === 0) continue;
    let isMet = false;
    if (matchType === 'NotEqual') isMet = values.every((one) => one !== value);
    if (matchType === 'Equals') isMet = values.some((one) => one === value);
    if (matchType === 'Contains') isMet = values.some((one) => one.indexOf(value) >= 0);
    if (matchType === 'StartsWith') isMet = values.some((one) => one.slice(0, value.length) === value);
    if (isMet) return { role: roleArn, from: 'rule' };
  }
  if (customRoleArn !== undefined)
    return denied(`CustomRoleArn ${customRoleArn} is the role of no rule that matches`);
  return fallBack(pool, mapping, 'No rule matches');
}

function fallBack(pool: IdentityPool, mapping: RoleMapping, why: string): ChosenRole {
  if (mapping.ambiguousRoleResolution !== 'AuthenticatedRole')
    return denied(`${why}, and the role resolution is to deny`);
  if (pool.authenticatedRole === undefined)
    return misconfigured(`${why}, and the pool has no authenticated role`);
  return { role: pool.authenticatedRole, from: 'authenticated-role' };
}

function denied(why: string): ChosenRole {
  return { refused: 'NotAuthorizedException', why };
}

function misconfigured(why: string): ChosenRole {
  return { refused: 'InvalidIdentityPoolConfigurationException', why };
}
