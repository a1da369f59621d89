import type { ScimDirectory, ScimPerson, ScimTeam } from '../../harness/model/scim-records.ts';
import type { IdentityStore, StoredUser } from './store.ts';

/** Everybody and every group that the service knows, sorted by name: what a push must have led to. */
export function describeDirectory(store: IdentityStore): ScimDirectory {
  const users = store.users.all().map(describePerson).sort(by('userName'));
  const groups = store.groups.all().map(
    ({ id, attributes, links }): ScimTeam => ({
      id,
      ...attributes,
      members: [...links].flatMap((user) => store.users.get(user)?.attributes.userName ?? []).sort(),
    }),
  );
  return { users, groups: groups.sort(by('displayName')) };
}

function describePerson({ id, attributes }: StoredUser): ScimPerson {
  const { userName, externalId, displayName, name, emails, active } = attributes;
  const email = emails?.[0]?.value;
  return {
    id,
    userName,
    ...(externalId === undefined ? {} : { externalId }),
    displayName,
    givenName: name.givenName,
    familyName: name.familyName,
    ...(email === undefined ? {} : { email }),
    active,
  };
}

function by<K extends string>(key: K) {
  return (a: Readonly<Record<K, string>>, b: Readonly<Record<K, string>>) => (a[key] < b[key] ? -1 : 1);
}
