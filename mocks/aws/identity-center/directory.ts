import type { AccountAccess } from '../../../harness/model/records.ts';
import { ControlError } from '../../core/control.ts';
import type { IdentityStore, StoredUser, UserAttributes } from '../../scim/store.ts';
import type { Assignment, Instance, User } from './config.ts';

/** Users, groups, accounts, permission sets and who may use which: what Identity Center keeps for good. */
export interface Directory {
  /** People and groups, which SCIM provisions into as well. */
  readonly store: IdentityStore;
  readonly users: {
    /** The user of exactly this name; SCIM alone takes another case for the same. */
    readonly named: (userName: string) => StoredUser | undefined;
    readonly list: () => readonly User[];
    /** As the console's form: makes the user, or changes these fields and leaves the others. */
    readonly put: (user: User) => void;
    readonly remove: (userName: string) => boolean;
  };
  readonly groups: {
    /** Group name → user names. */
    readonly list: () => Readonly<Record<string, readonly string[]>>;
    /** Makes the group, or gives it these members in place of those it has. Unknown ones are refused with 400. */
    readonly put: (name: string, members: readonly string[]) => void;
    readonly remove: (name: string) => boolean;
  };
  /** Account id → name. */
  readonly accounts: Map<string, string>;
  readonly permissionSets: Set<string>;
  readonly assignments: () => readonly Assignment[];
  /** Replaces all assignments; one that names something unknown is refused with 400. */
  readonly assign: (assignments: readonly Assignment[]) => void;
  /** Accounts with the roles that the person has in each, both sorted; empty for someone unknown. */
  readonly accessOf: (userName: string) => readonly AccountAccess[];
}

type Seed = Pick<Instance, 'users' | 'groups' | 'accounts' | 'permissionSets' | 'assignments'>;

/** An assignment is to a user or group by id, as at AWS: it outlives a new name, and not the user or group itself. */
interface Held extends Pick<Assignment, 'accountId' | 'permissionSet'> {
  readonly type: 'user' | 'group';
  readonly id: string;
}

export function createDirectory(seed: Seed, store: IdentityStore): Directory {
  const accounts = new Map(Object.entries(seed.accounts));
  const permissionSets = new Set(seed.permissionSets);
  let held: readonly Held[] = [];
  const named = (userName: string) => {
    const user = store.users.byName(userName);
    return user?.attributes.userName === userName ? user : undefined;
  };
  const groupNamed = (name: string) => {
    const group = store.groups.byName(name);
    return group?.attributes.displayName === name ? group : undefined;
  };
  const idOf = ({ type, id }: Assignment['principal']) => (type === 'user' ? named(id) : groupNamed(id))?.id;
  const nameOf = ({ type, id }: Held) =>
    type === 'user' ? store.users.get(id)?.attributes.userName : store.groups.get(id)?.attributes.displayName;

  function mustKnow(known: boolean, what: string, name: string): void {
    if (!known) throw new ControlError(400, `There is no ${what} "${name}" to assign. Create it first.`);
  }
  const directory: Directory = {
    store,
    users: {
      named,
      list: () => store.users.all().map(({ attributes }) => showUser(attributes)),
      put: (user) => {
        const old = store.users.byName(user.userName);
        if (old === undefined) store.users.add(attributesOf(user));
        else store.users.put(old.id, { ...old.attributes, ...attributesOf(user) });
      },
      remove: (userName) => store.users.remove(named(userName)?.id ?? ''),
    },
    groups: {
      list: () =>
        Object.fromEntries(
          store.groups
            .all()
            .map(({ attributes, links }) => [
              attributes.displayName,
              [...links].flatMap((id) => store.users.get(id)?.attributes.userName ?? []),
            ]),
        ),
      put: (name, members) => {
        const ids = members.map((member) => {
          const id = named(member)?.id;
          if (id === undefined)
            throw new ControlError(
              400,
              `There is no user "${member}" to put into "${name}". Create it first.`,
            );
          return id;
        });
        const group = store.groups.byName(name) ?? store.groups.add({ displayName: name });
        for (const id of [...group.links]) if (!ids.includes(id)) store.removeMember(group.id, id);
        for (const id of ids) store.addMember(group.id, id);
      },
      remove: (name) => store.groups.remove(groupNamed(name)?.id ?? ''),
    },
    accounts,
    permissionSets,
    assignments: () =>
      held.flatMap((one) => {
        const id = nameOf(one);
        const { type, accountId, permissionSet } = one;
        return id === undefined ? [] : [{ principal: { type, id }, accountId, permissionSet }];
      }),
    assign: (next) => {
      held = next.map(({ principal, accountId, permissionSet }) => {
        const id = idOf(principal);
        mustKnow(id !== undefined, principal.type, principal.id);
        mustKnow(accounts.has(accountId), 'account', accountId);
        mustKnow(permissionSets.has(permissionSet), 'permission set', permissionSet);
        return { type: principal.type, id: id ?? '', accountId, permissionSet };
      });
    },
    accessOf: (userName) => {
      const user = named(userName);
      if (user === undefined) return [];
      const own = held.filter(({ type, id }) => (type === 'user' ? id === user.id : user.links.has(id)));
      return listAccess(own, accounts, permissionSets);
    },
  };
  for (const user of seed.users) directory.users.put(user);
  for (const [name, members] of Object.entries(seed.groups)) directory.groups.put(name, members);
  directory.assign(seed.assignments);
  return directory;
}

function listAccess(
  held: readonly Held[],
  accounts: ReadonlyMap<string, string>,
  permissionSets: ReadonlySet<string>,
): readonly AccountAccess[] {
  const roles = new Map<string, Set<string>>();
  for (const { accountId, permissionSet } of held) {
    if (!accounts.has(accountId) || !permissionSets.has(permissionSet)) continue;
    roles.set(accountId, (roles.get(accountId) ?? new Set()).add(permissionSet));
  }
  return [...roles]
    .map(([accountId, names]) => ({
      accountId,
      accountName: accounts.get(accountId) ?? accountId,
      roles: [...names].sort(),
    }))
    .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
}

/** A user as the console shows it. */
export function showUser({ userName, name, emails, active }: UserAttributes): User {
  return {
    userName,
    email: emails?.[0]?.value ?? '',
    givenName: name.givenName,
    familyName: name.familyName,
    active,
  };
}

function attributesOf({ userName, email, givenName, familyName, active }: User): UserAttributes {
  return {
    userName,
    name: { givenName, familyName },
    displayName: `${givenName} ${familyName}`,
    emails: [{ value: email, type: 'work', primary: true }],
    active,
  };
}
