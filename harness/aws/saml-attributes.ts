import { partitions } from './partitions.ts';

/** Names that AWS gives a meaning to, after the partition's prefix. Exact in case. */
export const awsAttributes = {
  role: 'Role',
  roleSessionName: 'RoleSessionName',
  sessionDuration: 'SessionDuration',
  sourceIdentity: 'SourceIdentity',
  transitiveTagKeys: 'TransitiveTagKeys',
  /** The tag's key follows. */
  principalTag: 'PrincipalTag:',
} as const;
export type AwsAttribute = keyof typeof awsAttributes;

/** Prefix of the names in the `aws` partition. */
export const attributePrefix = 'https://aws.amazon.com/SAML/Attributes/';

/** Full name in the `aws` partition, for example `https://aws.amazon.com/SAML/Attributes/Role`. */
export function attributeName(attribute: AwsAttribute, tagKey = ''): string {
  return `${attributePrefix}${awsAttributes[attribute]}${tagKey}`;
}

/** What follows the prefix of any partition, for example `PrincipalTag:Team`; `undefined` for a foreign name. */
export function afterAttributePrefix(name: string, partition = 'aws'): string | undefined {
  const prefixes = partitions.find(({ id }) => id === partition)?.attributePrefixes ?? [];
  const prefix = prefixes.find((candidate) => name.startsWith(candidate));
  return prefix === undefined ? undefined : name.slice(prefix.length);
}

/** A row of AWS's tables: the SAML attribute and the condition key it becomes. */
export interface AttributeMapping {
  /** Every spelling of the attribute's name that counts. */
  readonly names: readonly string[];
  /** Without `saml:`. Keys are compared without regard to case. */
  readonly key: string;
  /** True where AWS types the key as a list of strings. */
  readonly list: boolean;
}

const eduPerson = 'urn:oid:1.3.6.1.4.1.5923.1.1.1.';
const eduOrg = 'urn:oid:1.3.6.1.4.1.5923.1.2.1.';
const soapClaims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/';

/**
 * Attribute name → condition key, from the three tables of the IAM User Guide, "Configuring SAML assertions",
 * "Mapping SAML attributes to AWS trust policy context keys". Where AWS prints an OID with a slip (2.4.5.42 for
 * 2.5.4.42, and a missing or misplaced dot in the 0.9.2342 arc) the printed and the registered spelling both count.
 */
export const attributeMappings: readonly AttributeMapping[] = [
  list('eduPersonAffiliation', `${eduPerson}1`),
  list('eduPersonNickname', `${eduPerson}2`),
  single('eduPersonOrgDN', `${eduPerson}3`),
  list('eduPersonOrgUnitDN', `${eduPerson}4`),
  single('eduPersonPrimaryAffiliation', `${eduPerson}5`),
  single('eduPersonPrincipalName', `${eduPerson}6`),
  list('eduPersonEntitlement', `${eduPerson}7`),
  single('eduPersonPrimaryOrgUnitDN', `${eduPerson}8`),
  list('eduPersonScopedAffiliation', `${eduPerson}9`),
  list('eduPersonTargetedID', `${eduPerson}10`),
  list('eduPersonAssurance', `${eduPerson}11`),
  list('eduOrgHomePageURI', `${eduOrg}2`),
  list('eduOrgIdentityAuthNPolicyURI', `${eduOrg}3`),
  list('eduOrgLegalName', `${eduOrg}4`),
  list('eduOrgSuperiorURI', `${eduOrg}5`),
  list('eduOrgWhitePagesURI', `${eduOrg}6`),
  list('cn', 'urn:oid:2.5.4.3'),
  single('name', `${soapClaims}name`),
  single('commonName', 'http://schemas.xmlsoap.org/claims/CommonName', '2.5.4.3'),
  single('givenName', `${soapClaims}givenname`, '2.4.5.42', '2.5.4.42'),
  single('surname', `${soapClaims}surname`, '2.5.4.4'),
  single('mail', `${soapClaims}emailaddress`, '0.9.2342.19200300100.1.3', '0.9.2342.19200300.100.1.3'),
  single(
    'uid',
    'http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid',
    '0.9.2342.19200300100.1.1',
    '0.9.2342.19200300.100.1.1',
  ),
  single('x500UniqueIdentifier', '2.5.4.45'),
  single('organizationStatus', '0.9.2342.19200300.100.1.45', '0.9.2342.19200300100.1.45'),
];

const keyByName: ReadonlyMap<string, string> = new Map(
  attributeMappings.flatMap(({ names, key }) => names.map((name) => [name, key] as const)),
);

/** The condition key, without `saml:`, that an attribute of this name fills; `undefined` when it fills none. */
export function conditionKeyOf(name: string): string | undefined {
  return keyByName.get(name);
}

function list(key: string, ...names: string[]): AttributeMapping {
  return { key, names, list: true };
}

function single(key: string, ...names: string[]): AttributeMapping {
  return { key, names, list: false };
}
