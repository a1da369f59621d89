import { checkTexts } from './constraints.ts';
import { membersPerRequest, patchableOfGroup } from './limits.ts';
import { type Operation, readOperations } from './patch-operations.ts';
import { isObject, type JsonObject } from './read-body.ts';
import { invalid, ScimError } from './scim-error.ts';
import type { GroupAttributes, IdentityStore, StoredGroup } from './store.ts';

type Change = readonly ['add' | 'remove', string];

/**
 * Applies a PatchGroup request. The library would copy the whole group for it; here a change of membership costs the
 * same in a group of ten and of ten thousand. All is checked before anything is done.
 */
export function patchGroup(store: IdentityStore, group: StoredGroup, body: JsonObject): void {
  const operations = readOperations(body, patchableOfGroup);
  const changes = operations.filter(({ attribute }) => attribute === 'members').flatMap(readChanges);
  if (changes.length > membersPerRequest)
    throw invalid(`${changes.length} membership changes exceed the limit of ${membersPerRequest}`);
  for (const [verb, id] of changes) if (verb === 'add') mustBeUser(store, id);
  const attributes = operations.reduce(changeAttributes, group.attributes);
  store.groups.put(group.id, attributes);
  for (const [verb, id] of changes) {
    if (verb === 'add') store.addMember(group.id, id);
    else store.removeMember(group.id, id);
  }
}

/** Ids in a `members` value: objects with a `value`, one or several. Groups in groups are not supported. */
export function readMembers(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map((one) => {
    if (!isObject(one) || typeof one.value !== 'string' || one.value === '')
      throw invalid('A value of members has no value');
    if (one.type !== undefined && one.type !== 'User')
      throw invalid(`Member type "${String(one.type)}" is not supported`);
    return one.value;
  });
}

function readChanges(operation: Operation): readonly Change[] {
  const { op, path, value } = operation;
  const named = /^members\[\s*value\s+eq\s+"([^"\\]+)"\s*\]$/i.exec(path)?.[1];
  if (op === 'replace') throw invalid('Replacing all members of a group is not supported');
  if (op === 'remove' && named !== undefined) return [['remove', named]];
  if (path.toLowerCase() !== 'members') throw invalid(`Path ${path} is not supported`);
  if (op === 'remove' && value === undefined)
    throw invalid('Removing all members of a group is not supported');
  return readMembers(value).map((id) => [op === 'add' ? 'add' : 'remove', id]);
}

function changeAttributes(before: GroupAttributes, operation: Operation): GroupAttributes {
  const { op, path, attribute, value } = operation;
  if (attribute === 'members') return before;
  if (path.toLowerCase() !== attribute.toLowerCase()) throw invalid(`Path ${path} is not supported`);
  if (op === 'remove') {
    if (attribute === 'displayName') throw invalid('Attribute displayName cannot be removed');
    const { externalId: _, ...rest } = before;
    return rest;
  }
  if (typeof value !== 'string') throw invalid(`Attribute ${attribute} is not a text`);
  checkTexts(value, attribute);
  return { ...before, [attribute]: value };
}

/** AWS's Identity Store answers an unknown member so; that its SCIM does, too, is assumed. */
function mustBeUser(store: IdentityStore, id: string): void {
  if (store.users.get(id) === undefined)
    throw new ScimError('ResourceNotFoundException', `Member "${id}" is no user`);
}
