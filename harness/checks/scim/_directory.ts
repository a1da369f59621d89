import type { Fix, Where } from '../../model/check.ts';
import type { ScimDirectory, ScimPerson, ScimTeam } from '../../model/scim-records.ts';

/** Where what is provisioned is mended. @param change an imperative sentence */
export function pushFix(change: string): Fix {
  return { console: 'Identity provider', field: 'SCIM provisioning of the application', change };
}

export function whereUser({ users }: ScimDirectory, user: ScimPerson, side: 'expected' | 'found'): Where {
  return { artifact: 'directory', path: `/${side}/users/${users.indexOf(user)}` };
}

export function whereGroup({ groups }: ScimDirectory, group: ScimTeam, side: 'expected' | 'found'): Where {
  return { artifact: 'directory', path: `/${side}/groups/${groups.indexOf(group)}` };
}

interface Named {
  readonly externalId?: string;
}

/** The same at the service: by the client's own id, else by the name, whose case does not count. */
export function counterpart<T extends Named>(
  wanted: T,
  there: readonly T[],
  nameOf: (one: T) => string,
): T | undefined {
  const byId = there.find(({ externalId }) => externalId !== undefined && externalId === wanted.externalId);
  return byId ?? there.find((one) => nameOf(one).toLowerCase() === nameOf(wanted).toLowerCase());
}

export const userNameOf = ({ userName }: ScimPerson) => userName;
export const groupNameOf = ({ displayName }: ScimTeam) => displayName;
