import { type RolePair, type RoleValueReading, readRoleValue } from './role-attribute.ts';
import { afterAttributePrefix, awsAttributes } from './saml-attributes.ts';

/** One Attribute element: its Name and the text of each AttributeValue, nothing trimmed. */
export interface SamlAttribute {
  readonly name: string;
  readonly values: readonly string[];
}

/** What AWS reads from the attributes that it gives a meaning to. Values stay as sent. */
export interface Claims {
  readonly roles: readonly RoleValueReading[];
  /** The usable ones by the role's ARN, since an assertion may name hundreds of roles. */
  readonly pairsByRole: ReadonlyMap<string, readonly RolePair[]>;
  /** True when two or more Attribute elements carry the name Role. */
  readonly roleRepeated: boolean;
  readonly roleSessionNames: readonly string[];
  readonly sessionDurations: readonly string[];
  readonly sourceIdentities: readonly string[];
  readonly transitiveTagKeys: readonly string[];
  /** One entry an Attribute element, also where two have the same key. */
  readonly tags: readonly { readonly key: string; readonly values: readonly string[] }[];
}

/**
 * Gathers AWS's attributes by their exact names in a partition. Where an element is repeated its values are joined.
 * Source: IAM User Guide, "Configuring SAML assertions".
 * @param readRole reads one Role value; a caller with many assertions passes one that remembers
 */
export function readClaims(
  attributes: readonly SamlAttribute[],
  partition = 'aws',
  readRole: (value: string) => RoleValueReading = readRoleValue,
): Claims {
  const named = attributes.flatMap(({ name, values }) => {
    const after = afterAttributePrefix(name, partition);
    return after === undefined ? [] : [{ name: after, values }];
  });
  const valuesOf = (wanted: string) =>
    named.filter(({ name }) => name === wanted).flatMap(({ values }) => values);
  const prefix = awsAttributes.principalTag;
  const roles = valuesOf(awsAttributes.role).map((value) => readRole(value));
  const pairs = roles.flatMap((role) => ('pair' in role ? [role.pair] : []));
  return {
    roles,
    pairsByRole: Map.groupBy(pairs, ({ role }) => role.arn),
    roleRepeated: named.filter(({ name }) => name === awsAttributes.role).length > 1,
    roleSessionNames: valuesOf(awsAttributes.roleSessionName),
    sessionDurations: valuesOf(awsAttributes.sessionDuration),
    sourceIdentities: valuesOf(awsAttributes.sourceIdentity),
    transitiveTagKeys: valuesOf(awsAttributes.transitiveTagKeys),
    tags: named.flatMap(({ name, values }) =>
      name.startsWith(prefix) ? [{ key: name.slice(prefix.length), values }] : [],
    ),
  };
}

/** The pairs that name just this role and this provider; several when the assertion repeats itself. */
export function pairsOf(claims: Claims | undefined, role = '', provider = ''): readonly RolePair[] {
  return (claims?.pairsByRole.get(role) ?? []).filter((pair) => pair.provider.arn === provider);
}
