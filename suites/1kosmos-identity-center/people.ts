import type { AccountAccess, AttributeExpectation, DirectoryUser } from '../../harness/model/records.ts';

/** A person on both sides: as the identity provider knows them, and as Identity Center does. */
export interface Person {
  /** E-mail address at the identity provider; also the owner of the phone. */
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** In Identity Center's directory; `null` for someone whom nobody created there. */
  readonly directory: DirectoryUser | null;
  /** What the portal must show. */
  readonly access: readonly AccountAccess[];
}

function person(
  given: string,
  family: string,
  access: readonly AccountAccess[],
  directory: Partial<DirectoryUser> | null = {},
): Person {
  // Addresses are ASCII, as mail systems make them, also for names that are not.
  const email = `${given}.${family}@example.com`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const user = { userName: email, email, givenName: given, familyName: family, active: true };
  return {
    email,
    firstName: given,
    lastName: family,
    directory: directory === null ? null : { ...user, ...directory },
    access,
  };
}

const production = { accountId: '111122223333', accountName: 'Production' };
const sandbox = { accountId: '444455556666', accountName: 'Sandbox' };
const audit = { accountId: '777788889999', accountName: 'Audit' };

export const accounts = [production, sandbox, audit];
export const permissionSets = ['AdministratorAccess', 'PowerUserAccess', 'ReadOnlyAccess'];

export const people = {
  /** Two accounts by group membership, several roles in one of them. */
  alice: person('Alice', 'Wong', [
    { ...production, roles: ['PowerUserAccess', 'ReadOnlyAccess'] },
    { ...sandbox, roles: ['AdministratorAccess'] },
  ]),
  /** One account, assigned directly. */
  bob: person('Bob', 'Okafor', [{ ...audit, roles: ['ReadOnlyAccess'] }]),
  /** Non-ASCII names, one account by group and one directly. */
  zoe: person('Zoë', 'Müller', [
    { ...production, roles: ['PowerUserAccess', 'ReadOnlyAccess'] },
    { ...audit, roles: ['ReadOnlyAccess'] },
  ]),
  /** Known on both sides, assigned to nothing. */
  dave: person('Dave', 'Nilsson', []),
  /** Created in Identity Center with another spelling of the address. */
  erin: person('Erin', 'Costa', [], { userName: 'Erin.Costa@example.com' }),
  /** Known to the identity provider only. */
  frank: person('Frank', 'Ito', [], null),
} as const satisfies Record<string, Person>;

export type PersonName = keyof typeof people;

export const groups: Readonly<Record<string, readonly PersonName[]>> = {
  engineers: ['alice', 'zoe'],
  platform: ['alice'],
};

/** Who gets which permission set where. */
export const assignments = [
  assign('group', 'engineers', production.accountId, 'PowerUserAccess'),
  assign('group', 'engineers', production.accountId, 'ReadOnlyAccess'),
  assign('group', 'platform', sandbox.accountId, 'AdministratorAccess'),
  assign('user', people.bob.email, audit.accountId, 'ReadOnlyAccess'),
  assign('user', people.zoe.email, audit.accountId, 'ReadOnlyAccess'),
];

function assign(type: 'user' | 'group', id: string, accountId: string, permissionSet: string) {
  return { principal: { type, id }, accountId, permissionSet };
}

/** The vendor guide's attribute mapping table, filled in for one person. */
export function attributesOf({ email, firstName, lastName }: Person): readonly AttributeExpectation[] {
  return [
    { source: 'user.email', name: 'email', value: email },
    { source: 'user.firstName', name: 'first_name', value: firstName },
    { source: 'user.lastName', name: 'last_name', value: lastName },
  ];
}
