import SCIMMY from 'scimmy';
import { checkTexts } from './constraints.ts';
import { onceInPatch, patchableOfUser } from './limits.ts';
import { type Operation, readOperations } from './patch-operations.ts';
import { isObject, type JsonObject } from './read-body.ts';
import { checkNames, keepUser } from './read-user.ts';
import { AwsUser, schemaIds } from './schemas.ts';
import { invalid } from './scim-error.ts';
import type { StoredUser, UserAttributes } from './store.ts';

/** Applies a PatchUser request: AWS's limits first, then the library's patch, then AWS's limits on what came of it. */
export async function patchUser(user: StoredUser, body: JsonObject): Promise<UserAttributes> {
  const operations = readOperations(body, patchableOfUser, schemaIds.enterprise);
  for (const name of onceInPatch) {
    const own = operations.filter((one) => one.attribute === name);
    if (own.length > 1) throw invalid(`Multiple PATCH operations on ${name} are not supported`);
    if (own[0]?.op === 'remove') throw invalid(`Attribute ${name} cannot be removed`);
  }
  for (const one of operations) checkNames(whole(one));
  const changed = await apply(user, operations.map(withBoolean));
  return changed === undefined ? user.attributes : keepUser(changed);
}

/** The operation's value as it would stand in a user; empty where the path leads further than names go. */
function whole({ path, attribute, value }: Operation): JsonObject {
  if (value === undefined) return {};
  if (path.toLowerCase() === attribute.toLowerCase()) return { [attribute]: value };
  const inner = path.slice(attribute.length + 1);
  return attribute === schemaIds.enterprise && /^\w+$/.test(inner) ? { [attribute]: { [inner]: value } } : {};
}

/** AWS's own example sends `active` as the text "false". */
function withBoolean(operation: Operation): Operation {
  const { attribute, value } = operation;
  const read = (one: unknown) =>
    typeof one === 'string' && /^(true|false)$/i.test(one) ? one.toLowerCase() === 'true' : one;
  if (attribute !== 'active') return operation;
  return { ...operation, value: read(value) };
}

/** @returns undefined when the request changes nothing */
async function apply(
  { id, attributes }: StoredUser,
  operations: readonly Operation[],
): Promise<JsonObject | undefined> {
  for (const { path, value } of operations) checkTexts(value, /^[\w.]+$/.test(path) ? path : '');
  try {
    const patch = new SCIMMY.Messages.PatchOp({
      schemas: [schemaIds.patch],
      Operations: operations.map(({ op, path, value }) => ({
        op,
        path,
        ...(value === undefined ? {} : { value }),
      })),
    });
    const changed: unknown = await patch.apply(new AwsUser({ ...attributes, id }));
    if (changed === undefined) return undefined;
    const { schemas: _, meta: __, id: ___, ...rest } = JSON.parse(JSON.stringify(changed));
    return isObject(rest) ? rest : undefined;
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : 'The request violates the schema');
  }
}
