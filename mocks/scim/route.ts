import type { ScimOperation } from '../../harness/model/scim-records.ts';

/** What an address and a method ask for. */
export interface Route {
  readonly operation: ScimOperation;
  /** Id in the path, decoded; undefined where there is none. */
  readonly id?: string;
}

const collections: Readonly<Record<string, Readonly<Record<string, ScimOperation>>>> = {
  Users: { GET: 'ListUsers', POST: 'CreateUser' },
  Groups: { GET: 'ListGroups', POST: 'CreateGroup' },
  Schemas: { GET: 'ListSchemas' },
  ResourceTypes: { GET: 'ListResourceTypes' },
  ServiceProviderConfig: { GET: 'ServiceProviderConfig' },
};
const resources: Readonly<Record<string, Readonly<Record<string, ScimOperation>>>> = {
  Users: { GET: 'GetUser', PUT: 'PutUser', PATCH: 'PatchUser', DELETE: 'DeleteUser' },
  // There is no PutGroup.
  Groups: { GET: 'GetGroup', PATCH: 'PatchGroup', DELETE: 'DeleteGroup' },
  Schemas: { GET: 'GetSchema' },
};

/**
 * Finds the operation (page "Supported API operations").
 * @param path below `/scim/v2`, for example `/Users/1`; two slashes in it are not taken for one
 */
export function findRoute(method: string, path: string): Route {
  const found = /^\/([A-Za-z]+)(?:\/([^/]+))?$/.exec(path);
  const [, kind = '', id] = found ?? [];
  const operations = (id === undefined ? collections : resources)[kind];
  const operation = operations?.[method];
  if (operation === undefined) return { operation: 'Unknown' };
  return { operation, ...(id === undefined ? {} : { id: decode(id) }) };
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
