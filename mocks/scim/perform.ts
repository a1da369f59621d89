import { getSchema, listResourceTypes, listSchemas, serviceProviderConfig } from './discovery.ts';
import { changeGroup, createGroup, deleteGroup, getGroup, listGroups } from './groups.ts';
import type { JsonObject } from './read-body.ts';
import type { Route } from './route.ts';
import { invalid } from './scim-error.ts';
import type { IdentityStore } from './store.ts';
import { changeUser, createUser, deleteUser, getUser, listUsers, putUser } from './users.ts';

export interface Asked {
  readonly route: Route;
  readonly store: IdentityStore;
  readonly body: JsonObject | undefined;
  /** With its question mark; empty when there is none. */
  readonly query: string;
}

/** What is answered: a body to be written as JSON, or none. */
export interface Answer {
  readonly status: number;
  readonly body?: JsonObject;
}

/** Carries an operation out; what it refuses is thrown as a ScimError. */
export async function perform({ route, store, body, query }: Asked): Promise<Answer> {
  const { operation, id = '' } = route;
  const parameters = new URLSearchParams(query);
  const given = (): JsonObject => {
    if (body === undefined) throw invalid('Invalid JSON from RequestBody');
    return body;
  };
  const respond = (status: number, shown?: JsonObject): Answer => ({
    status,
    ...(shown === undefined ? {} : { body: shown }),
  });
  switch (operation) {
    case 'CreateUser':
      return respond(201, createUser(store, given()));
    case 'GetUser':
      return respond(200, getUser(store, id));
    case 'ListUsers':
      return respond(200, listUsers(store, parameters));
    case 'PutUser':
      return respond(200, putUser(store, id, given()));
    case 'PatchUser':
      return respond(200, await changeUser(store, id, given()));
    case 'DeleteUser':
      deleteUser(store, id);
      return respond(204);
    case 'CreateGroup':
      return respond(201, createGroup(store, given()));
    case 'GetGroup':
      return respond(200, getGroup(store, id));
    case 'ListGroups':
      return respond(200, listGroups(store, parameters));
    case 'PatchGroup':
      changeGroup(store, id, given());
      return respond(204);
    case 'DeleteGroup':
      deleteGroup(store, id);
      return respond(204);
    case 'ServiceProviderConfig':
      return respond(200, serviceProviderConfig);
    case 'ListResourceTypes':
      return respond(200, listResourceTypes());
    case 'ListSchemas':
      return respond(200, listSchemas());
    case 'GetSchema':
      return respond(200, getSchema(id));
    case 'Unknown':
      throw invalid('The operation is not supported');
  }
}
