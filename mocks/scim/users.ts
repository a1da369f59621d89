import { instant } from './instant.ts';
import { filtersOfUsers } from './limits.ts';
import { buildList, type Page, pageOf, type Query, readQuery } from './list.ts';
import { patchUser } from './patch-user.ts';
import { isObject, type JsonObject } from './read-body.ts';
import { readUser } from './read-user.ts';
import { schemaIds, userDefinition } from './schemas.ts';
import { invalid, ScimError } from './scim-error.ts';
import type { IdentityStore, StoredUser } from './store.ts';

/** What is done with the request's parts: each gives the body of the answer. */
export function createUser(store: IdentityStore, body: JsonObject): JsonObject {
  return showUser(store.users.add(readUser(body)));
}

export function getUser(store: IdentityStore, id: string): JsonObject {
  return showUser(found(store, id));
}

export function putUser(store: IdentityStore, id: string, body: JsonObject): JsonObject {
  const user = found(store, id);
  if (body.id !== undefined && body.id !== id) throw invalid('Attribute id is not the one in the address');
  return showUser(store.users.put(user.id, readUser(body)));
}

export async function changeUser(store: IdentityStore, id: string, body: JsonObject): Promise<JsonObject> {
  const user = found(store, id);
  const attributes = await patchUser(user, body);
  return showUser(store.users.put(id, attributes));
}

export function deleteUser(store: IdentityStore, id: string): void {
  found(store, id);
  store.users.remove(id);
}

export function listUsers(store: IdentityStore, parameters: URLSearchParams): JsonObject {
  const query = readQuery(parameters, 'Users', filtersOfUsers);
  return buildList(query, findUsers(store, query), showUser);
}

function findUsers(store: IdentityStore, query: Query): Page<StoredUser> {
  const { filter, from = 0, count } = query;
  if (filter === undefined) return { ...store.users.from(from, count), total: store.users.size() };
  const [first = '', second = ''] = filter.values;
  const only = (user: StoredUser | undefined) => pageOf(user === undefined ? [] : [user], query);
  switch (filter.form) {
    case 'userName':
      return only(store.users.byName(first));
    case 'externalId':
      return only(store.users.byExternalId(first));
    case 'groups.value':
      return pageOf(membersOf(store, first), query);
    case 'id and manager':
      return only([store.users.get(first)].find((user) => user !== undefined && managerOf(user) === second));
    default:
      return only(store.users.get(first));
  }
}

function membersOf(store: IdentityStore, groupId: string): readonly StoredUser[] {
  return [...(store.groups.get(groupId)?.links ?? [])].flatMap((id) => store.users.get(id) ?? []);
}

function managerOf(user: StoredUser): unknown {
  const extension = user.attributes[schemaIds.enterprise];
  return isObject(extension) && isObject(extension.manager) ? extension.manager.value : undefined;
}

function found(store: IdentityStore, id: string): StoredUser {
  const user = store.users.get(id);
  if (user === undefined) throw new ScimError('ResourceNotFoundException', `There is no user "${id}"`);
  return user;
}

// The extension stands among the attributes without a type, and last in AWS's samples.
const order = [
  ...userDefinition.attributes.filter(({ type }) => type !== undefined).map(({ name }) => name),
  schemaIds.enterprise,
];

/** As AWS's samples show a user: no `meta.location`, no version, and both schemas even when the second holds nothing. */
function showUser({ id, created, lastModified, attributes }: StoredUser): JsonObject {
  const { externalId, ...rest } = attributes;
  return {
    id,
    ...(externalId === undefined ? {} : { externalId }),
    meta: { resourceType: 'User', created: instant(created), lastModified: instant(lastModified) },
    schemas: [schemaIds.user, schemaIds.enterprise],
    ...Object.fromEntries(order.filter((name) => rest[name] !== undefined).map((name) => [name, rest[name]])),
  };
}
