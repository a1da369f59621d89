import { checkSchemas, checkTexts } from './constraints.ts';
import { instant } from './instant.ts';
import { filtersOfGroups, membersPerRequest, patchableOfGroup } from './limits.ts';
import { buildList, type Page, pageOf, type Query, readQuery } from './list.ts';
import { patchGroup, readMembers } from './patch-group.ts';
import type { JsonObject } from './read-body.ts';
import { coerce } from './read-user.ts';
import { groupDefinition, schemaIds } from './schemas.ts';
import { invalid, ScimError } from './scim-error.ts';
import type { IdentityStore, StoredGroup } from './store.ts';

/** The reply to a creation has no `members`, as AWS's sample shows it. */
export function createGroup(store: IdentityStore, body: JsonObject): JsonObject {
  const unknown = Object.keys(body).find(
    (name) => ![...patchableOfGroup, 'schemas', 'id', 'meta'].includes(name),
  );
  if (unknown !== undefined) throw invalid(`Attribute ${unknown} is not supported`);
  checkSchemas(body, schemaIds.group);
  const { displayName, externalId, members } = body;
  checkTexts({ displayName, externalId, members });
  coerce(groupDefinition, body);
  const ids = members === undefined ? [] : readMembers(members);
  if (ids.length > membersPerRequest)
    throw invalid(`${ids.length} members exceed the limit of ${membersPerRequest}`);
  const stranger = ids.find((id) => store.users.get(id) === undefined);
  // The page's table of errors has no "not found", so a member who is none must be one of validation.
  if (stranger !== undefined) throw invalid(`Member "${stranger}" is no user`);
  const group = store.groups.add({
    displayName: String(displayName),
    ...(externalId === undefined ? {} : { externalId: String(externalId) }),
  });
  for (const id of ids) store.addMember(group.id, id);
  const { members: _, ...shown } = showGroup(group);
  return shown;
}

export function getGroup(store: IdentityStore, id: string): JsonObject {
  return showGroup(found(store, id));
}

export function changeGroup(store: IdentityStore, id: string, body: JsonObject): void {
  patchGroup(store, found(store, id), body);
}

export function deleteGroup(store: IdentityStore, id: string): void {
  found(store, id);
  store.groups.remove(id);
}

export function listGroups(store: IdentityStore, parameters: URLSearchParams): JsonObject {
  const query = readQuery(parameters, 'Groups', filtersOfGroups);
  return buildList(query, findGroups(store, query), showGroup);
}

function findGroups(store: IdentityStore, query: Query): Page<StoredGroup> {
  const { filter, from = 0, count } = query;
  if (filter === undefined) return { ...store.groups.from(from, count), total: store.groups.size() };
  const [first = '', second = ''] = filter.values;
  const only = (group: StoredGroup | undefined) => pageOf(group === undefined ? [] : [group], query);
  switch (filter.form) {
    case 'displayName':
      return only(store.groups.byName(first));
    case 'externalId':
      return only(store.groups.byExternalId(first));
    case 'members.value':
      return pageOf(groupsOf(store, first), query);
    case 'id and member':
      return only([store.groups.get(first)].find((group) => group?.links.has(second) === true));
    default:
      return only(store.groups.get(first));
  }
}

function groupsOf(store: IdentityStore, userId: string): readonly StoredGroup[] {
  return [...(store.users.get(userId)?.links ?? [])].flatMap((id) => store.groups.get(id) ?? []);
}

function found(store: IdentityStore, id: string): StoredGroup {
  const group = store.groups.get(id);
  if (group === undefined) throw new ScimError('ResourceNotFoundException', `There is no group "${id}"`);
  return group;
}

/** `members` is always empty: who is in a group is asked by a filter (page "ListGroups", "Not supported"). */
function showGroup({ id, created, lastModified, attributes }: StoredGroup): JsonObject {
  const { displayName, externalId } = attributes;
  return {
    id,
    ...(externalId === undefined ? {} : { externalId }),
    meta: { resourceType: 'Group', created: instant(created), lastModified: instant(lastModified) },
    schemas: [schemaIds.group],
    displayName,
    members: [],
  };
}
