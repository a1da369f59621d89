import { checkSchemas, checkTexts } from './constraints.ts';
import { singleValued, unsupportedOfUser } from './limits.ts';
import { isObject, type JsonObject } from './read-body.ts';
import {
  type Attribute,
  type Definition,
  enterpriseDefinition,
  schemaIds,
  userDefinition,
} from './schemas.ts';
import { invalid } from './scim-error.ts';
import type { UserAttributes } from './store.ts';

/** Named in a body but set by the service (RFC 7643, section 3.1): not looked at. */
const ownOfService = ['schemas', 'id', 'meta'];

/** Takes a user as CreateUser and PutUser do, or refuses it. */
export function readUser(body: JsonObject): UserAttributes {
  checkSchemas(body, schemaIds.user);
  checkNames(body);
  checkTexts(withoutOwn(body));
  const { schemas: _, meta: __, id: ___, ...attributes } = coerce(userDefinition, body);
  return keepUser(attributes);
}

/** Checks what only AWS demands, on a user whose shape is right already: made new, or patched. */
export function keepUser(attributes: JsonObject): UserAttributes {
  for (const name of singleValued) {
    const values = attributes[name];
    if (Array.isArray(values) && values.length > 1)
      throw invalid(`List attribute ${name} exceeds allowed limit of 1`);
  }
  const [email] = Array.isArray(attributes.emails) ? attributes.emails : [];
  if (email !== undefined && email.primary !== true) throw invalid('Attribute emails has no primary value');
  const kept = Object.entries({ ...attributes, active: attributes.active ?? true }).filter(
    ([, value]) => !(Array.isArray(value) && value.length === 0),
  );
  // The library has checked every name and type; what it gives is not typed.
  return dropReference(Object.fromEntries(kept)) as UserAttributes;
}

/** Gives the values of the definition's attributes as plain JSON. */
export function coerce(definition: Definition, body: JsonObject): JsonObject {
  try {
    return JSON.parse(JSON.stringify(definition.coerce(body, 'in')));
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : 'The body violates the schema');
  }
}

/** Every name must be one that AWS has: what is not supported is refused, not dropped. */
export function checkNames(body: JsonObject): void {
  for (const [name, value] of Object.entries(body)) {
    const lower = name.toLowerCase();
    if (ownOfService.includes(lower)) continue;
    if (unsupportedOfUser.some((one) => one.toLowerCase() === lower))
      throw invalid(`Attribute ${name} is not supported`);
    if (lower === enterpriseDefinition.id.toLowerCase())
      checkOwnNames(enterpriseDefinition.attributes, value, name);
    else checkOwnNames(userDefinition.attributes, { [name]: value }, '');
  }
}

function checkOwnNames(known: readonly Attribute[], value: unknown, within: string): void {
  for (const one of Array.isArray(value) ? value : [value]) {
    if (!isObject(one)) continue;
    for (const [name, inner] of Object.entries(one)) {
      // The extension stands among the attributes, without a configuration of its own.
      const attribute = known.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
      const path = within === '' ? name : `${within}.${name}`;
      if (attribute === undefined || attribute.type === undefined)
        throw invalid(`Attribute ${path} is not supported`);
      checkOwnNames(attribute.subAttributes ?? [], inner, path);
    }
  }
}

function withoutOwn(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => !ownOfService.includes(name.toLowerCase())),
  );
}

/** AWS takes the manager's `$ref` and does not give it back (example of page "CreateUser"). */
function dropReference(attributes: JsonObject): JsonObject {
  const extension = attributes[enterpriseDefinition.id];
  if (!isObject(extension) || !isObject(extension.manager)) return attributes;
  const { $ref: _, ...manager } = extension.manager;
  return { ...attributes, [enterpriseDefinition.id]: { ...extension, manager } };
}
