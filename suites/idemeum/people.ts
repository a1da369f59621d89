import type { AccountAccess } from '../../harness/model/records.ts';

/** Somebody in the tenant's directory, and what the portal must show them after the push that everybody gets. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly access: readonly AccountAccess[];
}

const production = { accountId: '111122223333', accountName: 'Production' };
const sandbox = { accountId: '444455556666', accountName: 'Sandbox' };
const audit = { accountId: '777788889999', accountName: 'Audit' };
export const accounts = [production, sandbox, audit];
export const permissionSets = ['AdministratorAccess', 'PowerUserAccess', 'ReadOnlyAccess'];

/** What membership of a group is worth. */
export const accessBy = {
  engineers: { ...production, roles: ['PowerUserAccess', 'ReadOnlyAccess'] },
  platform: { ...sandbox, roles: ['AdministratorAccess'] },
  auditors: { ...audit, roles: ['ReadOnlyAccess'] },
} as const;
export type GroupId = keyof typeof accessBy;

function person(id: string, firstName: string, lastName: string, ...groups: readonly GroupId[]): Person {
  // Addresses are ASCII, as mail systems make them, also for names that are not.
  const email = `${firstName}.${lastName}@example.com`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return { id, email, firstName, lastName, access: groups.map((group) => accessBy[group]) };
}

export const people = {
  /** Two groups, two accounts. */
  alice: person('alice', 'Alice', 'Wong', 'engineers', 'platform'),
  bob: person('bob', 'Bob', 'Okafor', 'auditors'),
  /** Names that are not ASCII. */
  zoe: person('zoe', 'Zoë', 'Müller', 'engineers'),
  /** Entitled by name, in no group. */
  dave: person('dave', 'Dave', 'Nilsson'),
  /** In the directory, entitled to nothing. */
  erin: person('erin', 'Erin', 'Costa'),
} as const satisfies Record<string, Person>;
export type PersonName = keyof typeof people;

const names: Readonly<Record<GroupId, string>> = {
  engineers: 'Engineers',
  platform: 'Platform team',
  auditors: 'Auditors',
};

export const groups = (Object.keys(names) as GroupId[]).map((id) => ({
  id,
  name: names[id],
  members: Object.values(people)
    .filter(({ access }: Person) => access.includes(accessBy[id]))
    .map((one) => one.id),
}));

/** Groups are entitled, and one person by name. */
export const entitlement = { groups: groups.map(({ id }) => id), people: [people.dave.id] };

/** Permission sets on groups only, as the vendor's guide has it. */
export const assignments = groups.flatMap(({ id, name }) =>
  accessBy[id].roles.map((permissionSet) => ({
    principal: { type: 'group' as const, id: name },
    accountId: accessBy[id].accountId,
    permissionSet,
  })),
);
