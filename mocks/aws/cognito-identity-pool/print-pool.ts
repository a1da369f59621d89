import type { IdentityPool } from '../../../harness/model/identity-pool-records.ts';

/** The answer of DescribeIdentityPool. */
export function describePool(pool: IdentityPool) {
  return {
    IdentityPoolId: pool.identityPoolId,
    IdentityPoolName: pool.name,
    AllowUnauthenticatedIdentities: pool.allowUnauthenticated,
    ...(pool.allowClassicFlow === undefined ? {} : { AllowClassicFlow: pool.allowClassicFlow }),
    ...(pool.developerProvider === undefined ? {} : { DeveloperProviderName: pool.developerProvider }),
    ...(pool.samlProviders.length === 0 ? {} : { SamlProviderARNs: pool.samlProviders }),
    IdentityPoolTags: {},
  };
}

/** The answer of GetIdentityPoolRoles. */
export function describeRoles(pool: IdentityPool) {
  const roles = { authenticated: pool.authenticatedRole, unauthenticated: pool.unauthenticatedRole };
  const named = Object.entries(roles).filter(([, arn]) => arn !== undefined);
  const mappings = pool.roleMappings.map(
    ({ provider, type, ambiguousRoleResolution, rules }) =>
      [
        provider,
        {
          Type: type,
          ...(ambiguousRoleResolution === undefined
            ? {}
            : { AmbiguousRoleResolution: ambiguousRoleResolution }),
          ...(rules.length === 0
            ? {}
            : {
                RulesConfiguration: {
                  Rules: rules.map(({ claim, matchType, value, roleArn }) => ({
                    Claim: claim,
                    MatchType: matchType,
                    Value: value,
                    RoleARN: roleArn,
                  })),
                },
              }),
        },
      ] as const,
  );
  return {
    IdentityPoolId: pool.identityPoolId,
    ...(named.length === 0 ? {} : { Roles: Object.fromEntries(named) }),
    ...(mappings.length === 0 ? {} : { RoleMappings: Object.fromEntries(mappings) }),
  };
}

/** The answer of GetPrincipalTagAttributeMap; undefined where attributes for access control are inactive. */
export function describeTags(pool: IdentityPool, provider: string) {
  const map = pool.principalTags.find((one) => one.provider === provider);
  if (map === undefined) return undefined;
  return {
    IdentityPoolId: pool.identityPoolId,
    IdentityProviderName: provider,
    UseDefaults: map.useDefaults,
    PrincipalTags: Object.fromEntries(map.tags.map(({ key, claim }) => [key, claim])),
  };
}
