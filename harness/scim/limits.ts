/** Attribute → its sub-attribute that is not supported: pages "CreateUser" and "PatchUser". */
export const unsupportedParts: Readonly<Record<string, string>> = {
  emails: 'display',
  addresses: 'display',
  phoneNumbers: 'display',
  roles: 'display',
};

/** What AWS's pages say that its SCIM takes, as the checks read them. Apart from the double's own reading of them. */
export const limits = {
  /** Page "CreateUser". */
  requiredOfUser: ['userName', 'displayName', 'name.givenName', 'name.familyName'],
  unsupportedOfUser: ['ims', 'photos', 'x509Certificates', 'entitlements', 'password', 'groups'],
  singleValued: ['emails', 'addresses', 'phoneNumbers', 'roles'],
  /** Pages "PatchUser" and "PatchGroup". */
  patchable: {
    PatchUser: [
      ...['userName', 'active', 'externalId', 'displayName', 'nickName', 'profileUrl', 'title', 'userType'],
      ...['preferredLanguage', 'locale', 'timezone', 'name', 'emails', 'addresses', 'phoneNumbers'],
    ],
    PatchGroup: ['displayName', 'members', 'externalId'],
  },
  onceInPatch: ['userName', 'active'],
  membersPerRequest: 100,
  /** Pages "ListUsers" and "ListGroups": sets of attributes, each in the spellings seen. */
  filters: {
    ListUsers: [['username'], ['externalid'], ['groups.value'], ['id'], ['id', 'manager']],
    ListGroups: [['displayname'], ['externalid'], ['members'], ['id'], ['id', 'members']],
  },
  count: { min: 1, max: 100 },
  enterprise: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
} as const;
