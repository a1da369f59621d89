import { subjectName } from '../../../harness/aws/mapping-expressions-formats.ts';
import { ControlError } from '../../core/control.ts';
import type { StoredUser } from '../../scim/store.ts';
import type { Directory } from '../identity-center/directory.ts';
import { type ApplicationAddresses, applicationAddresses } from './addresses.ts';
import type { ApplicationSetup, Instance, Principal } from './config.ts';

/** An application with the people and groups that may use it: by id, so that a new name changes nothing. */
export interface Application {
  /** `ins-` and 16 hexadecimal digits. */
  readonly id: string;
  readonly addresses: ApplicationAddresses;
  readonly setup: ApplicationSetup;
  readonly assigned: readonly Principal[];
}

/** The applications of an instance; they survive a restart. */
export interface Applications {
  readonly list: () => readonly Application[];
  readonly get: (id: string) => Application | undefined;
  /** By the last part of an address. */
  readonly byKey: (key: string) => Application | undefined;
  readonly put: (id: string, setup: ApplicationSetup) => Application;
  readonly remove: (id: string) => boolean;
  /** Replaces the assignments. Principals are named; unknown ones are refused with 400. */
  readonly assign: (id: string, principals: readonly Principal[]) => Application;
  readonly isAssigned: (application: Application, user: StoredUser) => boolean;
  /** Principals by name, as they were given. */
  readonly assignmentsOf: (application: Application) => readonly Principal[];
}

export function createApplications(instance: Instance, directory: Directory): Applications {
  const held = new Map<string, Application>();
  const { store } = directory;
  const mustHave = (id: string): Application => {
    const found = held.get(id);
    if (found === undefined) throw new ControlError(404, `There is no application "${id}".`);
    return found;
  };
  const idOf = ({ type, id }: Principal): string => {
    const found = type === 'user' ? directory.users.named(id) : store.groups.byName(id);
    if (found === undefined)
      throw new ControlError(400, `There is no ${type} "${id}" to assign. Create it first.`);
    return found.id;
  };
  const nameOf = ({ type, id }: Principal): string | undefined =>
    type === 'user' ? store.users.get(id)?.attributes.userName : store.groups.get(id)?.attributes.displayName;
  const applications: Applications = {
    list: () => [...held.values()],
    get: (id) => held.get(id),
    byKey: (key) => [...held.values()].find((one) => one.addresses.key === key),
    put: (id, setup) => {
      checkMappings(setup);
      const { region } = instance.center;
      const addresses = applicationAddresses(region, instance.accountId, id);
      const application = { id, addresses, setup, assigned: held.get(id)?.assigned ?? [] };
      held.set(id, application);
      return application;
    },
    remove: (id) => held.delete(id),
    assign: (id, principals) => {
      const assigned = principals.map((one) => ({ type: one.type, id: idOf(one) }));
      const application = { ...mustHave(id), assigned };
      held.set(id, application);
      return application;
    },
    isAssigned: ({ assigned }, user) =>
      assigned.some(({ type, id }) => (type === 'user' ? id === user.id : user.links.has(id))),
    assignmentsOf: ({ assigned }) =>
      assigned.flatMap((one) => {
        const id = nameOf(one);
        return id === undefined ? [] : [{ type: one.type, id }];
      }),
  };
  for (const [id, { assignments, ...setup }] of Object.entries(instance.applications)) {
    applications.put(id, setup);
    applications.assign(id, assignments);
  }
  return applications;
}

/** The console keeps a line for the subject in every application, and no name twice. */
function checkMappings({ mappings }: ApplicationSetup): void {
  const names = mappings.map(({ name }) => name);
  if (!names.includes(subjectName))
    throw new ControlError(400, `Attribute mappings need a line for "${subjectName}".`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new ControlError(400, `The attribute "${twice}" is mapped twice.`);
}
