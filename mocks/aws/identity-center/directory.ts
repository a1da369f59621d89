import type { AccountAccess } from '../../../harness/model/records.ts';
import { ControlError } from '../../core/control.ts';
import type { Assignment, Instance, User } from './config.ts';

/** Users, groups, accounts, permission sets and who may use which: what Identity Center keeps for good. */
export interface Directory {
  readonly users: Map<string, User>;
  /** Group name → user names. */
  readonly groups: Map<string, readonly string[]>;
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

export function createDirectory(seed: Seed): Directory {
  const users = new Map(seed.users.map((user) => [user.userName, user]));
  const groups = new Map<string, readonly string[]>(Object.entries(seed.groups));
  const accounts = new Map(Object.entries(seed.accounts));
  const permissionSets = new Set(seed.permissionSets);
  let assignments: readonly Assignment[] = [];

  function mustKnow(known: boolean, what: string, name: string): void {
    if (!known) throw new ControlError(400, `There is no ${what} "${name}" to assign. Create it first.`);
  }
  function assign(next: readonly Assignment[]): void {
    for (const { principal, accountId, permissionSet } of next) {
      const principals = principal.type === 'user' ? users : groups;
      mustKnow(principals.has(principal.id), principal.type, principal.id);
      mustKnow(accounts.has(accountId), 'account', accountId);
      mustKnow(permissionSets.has(permissionSet), 'permission set', permissionSet);
    }
    assignments = next;
  }
  assign(seed.assignments);

  function holds({ principal }: Assignment, userName: string): boolean {
    if (principal.type === 'user') return principal.id === userName;
    return groups.get(principal.id)?.includes(userName) ?? false;
  }
  return {
    users,
    groups,
    accounts,
    permissionSets,
    assignments: () => assignments,
    assign,
    accessOf: (userName) => {
      const roles = new Map<string, Set<string>>();
      for (const one of assignments) {
        const known = accounts.has(one.accountId) && permissionSets.has(one.permissionSet);
        if (!known || !users.has(userName) || !holds(one, userName)) continue;
        roles.set(one.accountId, (roles.get(one.accountId) ?? new Set()).add(one.permissionSet));
      }
      return [...roles]
        .map(([accountId, names]) => ({
          accountId,
          accountName: accounts.get(accountId) ?? accountId,
          roles: [...names].sort(),
        }))
        .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
    },
  };
}
