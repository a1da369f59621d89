import { attributeOf, isObject, listOf, objectOf, type ScimRequest } from './read-requests.ts';

/** One operation of a PATCH request, as sent. */
export interface PatchOperation {
  readonly index: number;
  /** Lower-case; empty when there is none. */
  readonly op: string;
  readonly path: string | undefined;
  readonly value: unknown;
  /** Attributes that it is about, as spelled: that of the path, or those that the value names. */
  readonly attributes: readonly string[];
}

export function operationsOf({ body }: ScimRequest): readonly PatchOperation[] {
  return listOf(objectOf(body).Operations).map((one, index) => {
    const { op, path, value } = objectOf(one);
    const known = typeof path === 'string' && path !== '' ? path : undefined;
    return {
      index,
      op: typeof op === 'string' ? op.toLowerCase() : '',
      path: known,
      value,
      attributes: known === undefined ? Object.keys(objectOf(value)) : [rootOf(known)],
    };
  });
}

/** `emails` of `emails[type eq "work"].value`; an extension's schema of a path into it. */
function rootOf(path: string): string {
  const extension = /^urn:ietf:params:scim:schemas:extension:[^:]+:2\.0:\w+/i.exec(path)?.[0];
  if (extension !== undefined) return extension;
  return path.replace(/^urn:.*:(?:User|Group):/i, '').split(/[.[]/)[0] ?? path;
}

/** One person put into or taken out of a group by a request. */
export interface MemberChange {
  readonly op: 'add' | 'remove' | 'replace';
  readonly id: string;
}

/** Members that a CreateGroup or PatchGroup request names, in order. */
export function memberChanges(request: ScimRequest): readonly MemberChange[] {
  const { operation } = request.exchange;
  if (operation === 'CreateGroup')
    return idsOf(objectOf(request.body).members).map((id) => ({ op: 'add', id }));
  if (operation !== 'PatchGroup') return [];
  return operationsOf(request).flatMap(({ op, path, value, attributes }): readonly MemberChange[] => {
    if (!attributes.some((name) => name.toLowerCase() === 'members')) return [];
    if (op !== 'add' && op !== 'remove' && op !== 'replace') return [];
    const named = /\[\s*value\s+eq\s+"([^"]+)"\s*\]/i.exec(path ?? '')?.[1];
    const ids = named === undefined ? idsOf(path === undefined ? objectOf(value).members : value) : [named];
    return ids.map((id) => ({ op, id }));
  });
}

function idsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one) =>
    isObject(one) && typeof one.value === 'string' ? [one.value] : [],
  );
}

/** Values of the whole attribute that a request sets; none where it changes only a part of one. */
export function valuesSet(request: ScimRequest, attribute: string): readonly unknown[] {
  if (request.exchange.operation !== 'PatchUser') return listOf(attributeOf(request.body, attribute));
  return operationsOf(request).flatMap(({ op, path, value }) => {
    if (op === 'remove') return [];
    const set =
      path === undefined
        ? attributeOf(objectOf(value), attribute)
        : path.toLowerCase() === attribute.toLowerCase()
          ? value
          : [];
    return listOf(set);
  });
}
