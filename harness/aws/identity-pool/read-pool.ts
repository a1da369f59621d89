import type {
  IdentityPool,
  PrincipalTagMap,
  RoleMapping,
  RoleRule,
} from '../../model/identity-pool-records.ts';
import { type AccountFault, openSource, report, type Source, textOf } from '../account-source.ts';
import { type JsonNode, memberOf, pointerStep } from '../policy/json.ts';

/** What one file of the AWS CLI tells about a pool. A file that is none of the three has no `part`. */
export interface PoolFile {
  /** `describe-identity-pool`, `get-identity-pool-roles` or `get-principal-tag-attribute-map`. */
  readonly part?: 'pool' | 'roles' | 'tags';
  readonly identityPoolId?: string;
  readonly pool?: Omit<
    IdentityPool,
    'roleMappings' | 'principalTags' | 'authenticatedRole' | 'unauthenticatedRole'
  >;
  readonly roles?: Pick<IdentityPool, 'roleMappings' | 'authenticatedRole' | 'unauthenticatedRole'>;
  readonly tags?: PrincipalTagMap;
  readonly faults: readonly AccountFault[];
}

/**
 * Reads what `aws cognito-identity` prints about an identity pool. Which command it was is seen by its fields. Faults
 * are data; it never throws. Source: Cognito identity service model 2014-06-30.
 */
export function readPoolFile(text: string): PoolFile {
  const { source, root } = openSource(text);
  if (root === undefined) return { faults: source.faults };
  const identityPoolId = textOf(root, 'IdentityPoolId');
  const known = identityPoolId === undefined ? {} : { identityPoolId };
  if (identityPoolId === undefined)
    report(source, root, '', 'There is no IdentityPoolId: it is not what AWS prints about an identity pool.');
  else if (memberOf(root, 'IdentityPoolName') !== undefined)
    return { part: 'pool', ...known, pool: readPool(root, identityPoolId), faults: source.faults };
  else if (memberOf(root, 'IdentityProviderName') !== undefined)
    return { part: 'tags', ...known, tags: readTags(root, source), faults: source.faults };
  else return { part: 'roles', ...known, roles: readRoles(root, source), faults: source.faults };
  return { ...known, faults: source.faults };
}

/** Puts the files of one pool together: its description, its roles where there are any, a tag map for each provider. */
export function joinPool(files: readonly PoolFile[]): IdentityPool | undefined {
  const described = files.find(({ pool }) => pool !== undefined)?.pool;
  if (described === undefined) return undefined;
  const own = files.filter(({ identityPoolId }) => identityPoolId === described.identityPoolId);
  const roles = own.find((one) => one.roles !== undefined)?.roles ?? { roleMappings: [] };
  return { ...described, ...roles, principalTags: own.flatMap(({ tags }) => tags ?? []) };
}

function readPool(root: JsonNode, identityPoolId: string) {
  const classic = flagOf(root, 'AllowClassicFlow');
  const developer = textOf(root, 'DeveloperProviderName');
  return {
    identityPoolId,
    name: textOf(root, 'IdentityPoolName') ?? '',
    allowUnauthenticated: flagOf(root, 'AllowUnauthenticatedIdentities') ?? false,
    ...(classic === undefined ? {} : { allowClassicFlow: classic }),
    samlProviders: textsOf(memberOf(root, 'SamlProviderARNs')),
    ...(developer === undefined ? {} : { developerProvider: developer }),
  };
}

function readRoles(root: JsonNode, source: Source) {
  const roles = memberOf(root, 'Roles');
  const authenticated = textOf(roles, 'authenticated');
  const unauthenticated = textOf(roles, 'unauthenticated');
  const mappings = memberOf(root, 'RoleMappings');
  return {
    ...(authenticated === undefined ? {} : { authenticatedRole: authenticated }),
    ...(unauthenticated === undefined ? {} : { unauthenticatedRole: unauthenticated }),
    roleMappings: membersOf(mappings).map(({ name, value }) => readMapping(name, value, source)),
  };
}

function readMapping(provider: string, node: JsonNode, source: Source): RoleMapping {
  const resolution = textOf(node, 'AmbiguousRoleResolution');
  const pointer = `/RoleMappings${pointerStep(provider)}`;
  const type = textOf(node, 'Type');
  if (type === undefined) report(source, node, pointer, `The mapping of ${provider} has no Type.`);
  const rules = memberOf(memberOf(node, 'RulesConfiguration'), 'Rules');
  return {
    provider,
    type: type ?? '',
    ...(resolution === undefined ? {} : { ambiguousRoleResolution: resolution }),
    rules: (rules?.kind === 'array' ? rules.items : []).flatMap((rule, index) => {
      const read = readRule(rule);
      if (read !== undefined) return [read];
      const place = `${pointer}/RulesConfiguration/Rules${pointerStep(index)}`;
      report(source, rule, place, 'A rule needs Claim, MatchType, Value and RoleARN.');
      return [];
    }),
  };
}

function readRule(node: JsonNode): RoleRule | undefined {
  const [claim, matchType, value, roleArn] = ['Claim', 'MatchType', 'Value', 'RoleARN'].map((name) =>
    textOf(node, name),
  );
  if (claim === undefined || matchType === undefined || value === undefined || roleArn === undefined)
    return undefined;
  return { claim, matchType, value, roleArn };
}

function readTags(root: JsonNode, source: Source): PrincipalTagMap {
  const tags = membersOf(memberOf(root, 'PrincipalTags')).flatMap(({ name, value }) => {
    if (value.kind === 'string') return [{ key: name, claim: value.value }];
    report(source, value, `/PrincipalTags${pointerStep(name)}`, `The tag ${name} names no claim.`);
    return [];
  });
  const useDefaults = flagOf(root, 'UseDefaults') ?? false;
  return { provider: textOf(root, 'IdentityProviderName') ?? '', useDefaults, tags };
}

function membersOf(node: JsonNode | undefined) {
  return node?.kind === 'object' ? node.members : [];
}

function textsOf(node: JsonNode | undefined): readonly string[] {
  const items = node?.kind === 'array' ? node.items : [];
  return items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
}

function flagOf(node: JsonNode, name: string): boolean | undefined {
  const member = memberOf(node, name);
  return member?.kind === 'boolean' ? member.value : undefined;
}
