import { limits } from '../../scim/limits.ts';
import { operationsOf, type PatchOperation } from '../../scim/read-patch.ts';
import { listOf, objectOf, type ScimRequest } from '../../scim/read-requests.ts';

const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** What is wrong with a PATCH request; `index` counts operations from 0. */
export interface PatchFault {
  readonly message: 'schema' | 'verb' | 'path' | 'value' | 'attribute' | 'twice' | 'removed';
  readonly index?: number;
  readonly attribute?: string;
}

export function faultsOfPatch(request: ScimRequest): readonly PatchFault[] {
  const operations = operationsOf(request);
  const schemas = listOf(objectOf(request.body).schemas);
  const known = request.exchange.operation === 'PatchUser' ? 'PatchUser' : 'PatchGroup';
  return [
    ...(schemas.includes(patchSchema) ? [] : [{ message: 'schema' } as const]),
    ...operations.flatMap((operation) => faultsIn(operation, limits.patchable[known])),
    ...(known === 'PatchUser' ? limits.onceInPatch : []).flatMap((attribute): readonly PatchFault[] => {
      const own = operations.filter(({ attributes }) => attributes.some((one) => isSame(one, attribute)));
      if (own.length > 1) return [{ message: 'twice', attribute }];
      return own[0]?.op === 'remove' ? [{ message: 'removed', attribute }] : [];
    }),
  ];
}

function faultsIn(operation: PatchOperation, patchable: readonly string[]): readonly PatchFault[] {
  const { index, op, path, value, attributes } = operation;
  if (!['add', 'replace', 'remove'].includes(op)) return [{ message: 'verb', index }];
  if (path === undefined && (op === 'remove' || attributes.length !== 1)) return [{ message: 'path', index }];
  if (op !== 'remove' && value === undefined) return [{ message: 'value', index }];
  return attributes
    .filter((name) => name !== limits.enterprise && !patchable.some((one) => isSame(one, name)))
    .map((attribute) => ({ message: 'attribute', index, attribute }));
}

/** Names of attributes are the same in any case. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
