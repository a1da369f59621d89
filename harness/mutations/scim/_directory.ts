import type { DirectoryRecord, ScimPerson, ScimTeam } from '../../model/scim-records.ts';
import { EditError } from '../kit/edit.ts';

/** The record with this person at the service made another one, several, or none; groups follow a change of name. */
export function changeThere(
  { found, ...rest }: DirectoryRecord,
  givenName: string,
  make: (person: ScimPerson) => readonly ScimPerson[],
): DirectoryRecord {
  const index = found.users.findIndex((one) => one.givenName === givenName);
  const person = found.users[index];
  if (person === undefined) throw new EditError(`There is no ${givenName} at the service.`);
  const made = make(person);
  const rename = (member: string) =>
    member === person.userName ? made.slice(0, 1).map(({ userName }) => userName) : [member];
  return {
    ...rest,
    found: {
      users: found.users.toSpliced(index, 1, ...made),
      groups: found.groups.map((group) => ({ ...group, members: group.members.flatMap(rename) })),
    },
  };
}

/** The record with the groups at the service changed. */
export function changeGroups(
  { found, ...rest }: DirectoryRecord,
  change: (group: ScimTeam) => readonly ScimTeam[],
): DirectoryRecord {
  return { ...rest, found: { ...found, groups: found.groups.flatMap(change) } };
}
