/**
 * What IAM Identity Center's SCIM takes and leaves out of RFC 7643 and RFC 7644, as data. Names of pages are those of
 * its "SCIM Implementation Developer Guide"; where AWS says nothing, the value is ours and says so.
 */

const day = 86_400_000;

/** Results in one list, with or without a cursor: pages "ListUsers", "ListGroups". */
export const pageSize = { default: 100, min: 1, max: 100 } as const;

/** Members in one CreateGroup, and changes of membership in one PatchGroup. */
export const membersPerRequest = 100;

/** Access tokens: one year each ("provision-automatically"). That there are at most two is common knowledge only. */
export const tokenRules = { live: 2, lifeMs: 365 * day } as const;

/** Characters in one attribute, and which; AWS's own audit texts carry the same pattern. */
export const textRules = {
  min: 1,
  max: 1024,
  /** Letters, marks, symbols, numbers, punctuation, tab, line ends and two spaces. */
  pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r \u00a0\u3000]+$/u,
  patternText: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+',
} as const;

/** CreateUser: no white space in a userName. Its length is that of the Identity Store API. */
export const userNameRules = {
  min: 1,
  max: 128,
  pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u,
  patternText: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+',
} as const;

/** CreateUser, PutUser: what must be there. */
export const requiredOfUser = ['userName', 'displayName', 'name.givenName', 'name.familyName'] as const;

/** CreateUser, PutUser, PatchUser: "Not supported"; `groups` may not be sent either. */
export const unsupportedOfUser = [
  'ims',
  'photos',
  'x509Certificates',
  'entitlements',
  'password',
  'groups',
] as const;

/** Sub-attributes that are not supported where RFC 7643 has them. */
export const unsupportedSubAttributes: Readonly<Record<string, readonly string[]>> = {
  emails: ['display'],
  addresses: ['display'],
  phoneNumbers: ['display'],
  roles: ['display'],
  manager: ['displayName'],
};

/** Lists that take one value. */
export const singleValued = ['emails', 'addresses', 'phoneNumbers', 'roles'] as const;

/** PatchUser: what may be changed. `roles` is not among it. */
export const patchableOfUser = [
  'userName',
  'active',
  'externalId',
  'displayName',
  'nickName',
  'profileUrl',
  'title',
  'userType',
  'preferredLanguage',
  'locale',
  'timezone',
  'name',
  'emails',
  'addresses',
  'phoneNumbers',
] as const;

/** PatchUser: not removable, and changed at most once in a request. */
export const onceInPatch = ['userName', 'active'] as const;

/** PatchGroup: what may be changed. */
export const patchableOfGroup = ['displayName', 'members', 'externalId'] as const;

/** Spellings of one filter attribute. AWS's page writes `member` and `manager`, its examples and clients the longer. */
const member = ['member', 'members', 'members.value'];
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:user';
const manager = [
  'manager',
  'manager.value',
  ...[`${enterprise}:manager`, `${enterprise}:manager.value`, `${enterprise}.manager.value`],
];

/** Filters that are answered: each a set of attributes, lower-case, one spelling of each. All others are refused. */
export const filtersOfUsers: readonly FilterForm[] = [
  { id: 'userName', attributes: [['username']] },
  { id: 'externalId', attributes: [['externalid']] },
  { id: 'groups.value', attributes: [['groups.value', 'groups']] },
  { id: 'id and manager', attributes: [['id'], manager] },
  // "While valid, should be avoided as there is already a getUser endpoint".
  { id: 'id', attributes: [['id']] },
];
export const filtersOfGroups: readonly FilterForm[] = [
  { id: 'displayName', attributes: [['displayname']] },
  { id: 'externalId', attributes: [['externalid']] },
  { id: 'members.value', attributes: [member] },
  { id: 'id and member', attributes: [['id'], member] },
  { id: 'id', attributes: [['id']] },
];

export interface FilterForm {
  /** As AWS's page names it. */
  readonly id: string;
  readonly attributes: readonly (readonly string[])[];
}

/** ListUsers, ListGroups: what a cursor may look like. */
export const cursorPattern = /^[-a-zA-Z0-9+=/:_]*$/;

/** Largest body that is read, in bytes. AWS names no figure: ours. */
export const maxBodyBytes = 1024 * 1024;
