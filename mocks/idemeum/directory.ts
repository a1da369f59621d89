import { ControlError } from '../core/control.ts';
import { userSchema } from '../idp/config.ts';
import type { IdpState } from '../idp/state.ts';
import type { IdemeumConfig, Person, Team } from './config.ts';

/** The tenant's people and groups. What the login knows of people is kept in step with it. */
export interface Directory {
  readonly people: ReadonlyMap<string, Person>;
  readonly groups: ReadonlyMap<string, Team>;
  /** Makes or changes somebody; a new address takes phones and sessions along. */
  readonly putPerson: (person: Person) => void;
  readonly removePerson: (id: string) => void;
  readonly putGroup: (team: Team) => void;
  readonly removeGroup: (id: string) => void;
  /** Ids of everybody in a group, also by a group inside it. */
  readonly membersOf: (id: string) => readonly string[];
}

export function createDirectory(config: IdemeumConfig, state: IdpState): Directory {
  const people = new Map<string, Person>();
  const groups = new Map<string, Team>();

  const directory: Directory = {
    people,
    groups,
    putPerson: (person) => {
      const isTaken = state.durable.users.has(person.email);
      const holder = isTaken ? [...people.values()].find(({ email }) => email === person.email) : undefined;
      if (holder !== undefined && holder.id !== person.id)
        throw new ControlError(409, `The address "${person.email}" belongs to "${holder.id}".`);
      const old = people.get(person.id);
      people.set(person.id, person);
      const { id: _, ...user } = person;
      state.durable.users.set(person.email, userSchema.parse(user));
      if (old !== undefined && old.email !== person.email) move(old.email, person.email);
    },
    removePerson: (id) => {
      const person = found(people.get(id), 'person', id);
      people.delete(id);
      state.durable.users.delete(person.email);
      for (const device of [...state.durable.devices.values()])
        if (device.email === person.email) state.durable.devices.delete(device.id);
      for (const team of groups.values())
        if (team.members.includes(id))
          groups.set(team.id, { ...team, members: team.members.filter((member) => member !== id) });
    },
    putGroup: (team) => {
      for (const member of team.members) found(people.get(member), 'person', member);
      const inner = team.groups.flatMap((group) => [
        group,
        ...inside(found(groups.get(group), 'group', group)),
      ]);
      if (inner.includes(team.id))
        throw new ControlError(400, `The group "${team.id}" would contain itself.`);
      groups.set(team.id, { ...team, members: [...new Set(team.members)] });
    },
    removeGroup: (id) => {
      found(groups.get(id), 'group', id);
      groups.delete(id);
      for (const team of groups.values())
        if (team.groups.includes(id))
          groups.set(team.id, { ...team, groups: team.groups.filter((group) => group !== id) });
    },
    membersOf: (id) => {
      const team = groups.get(id);
      if (team === undefined) return [];
      const own = [team, ...inside(team).flatMap((group) => groups.get(group) ?? [])];
      return [...new Set(own.flatMap(({ members }) => members))];
    },
  };
  /** Ids of the groups inside a group, at any depth; no group contains itself. */
  function inside({ groups: ids }: Pick<Team, 'groups'>): readonly string[] {
    return ids.flatMap((id) => [id, ...inside(groups.get(id) ?? { groups: [] })]);
  }
  function move(from: string, to: string): void {
    state.durable.users.delete(from);
    for (const device of [...state.durable.devices.values()])
      if (device.email === from) state.durable.devices.set(device.id, { ...device, email: to });
    for (const [token, session] of [...state.volatile.sessions])
      if (session.email === from) state.volatile.sessions.set(token, { ...session, email: to });
  }
  for (const person of config.people) directory.putPerson(person);
  for (const team of config.groups) directory.putGroup(team);
  return directory;
}

/** The thing, or 404 with its name. */
export function found<T>(thing: T | undefined, what: string, id: string): T {
  if (thing === undefined) throw new ControlError(404, `There is no ${what} "${id}".`);
  return thing;
}
