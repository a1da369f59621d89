import type { JsonObject } from './read-body.ts';
import { definitions, schemaIds } from './schemas.ts';
import { ScimError } from './scim-error.ts';

const guide = 'https://docs.aws.amazon.com/singlesignon/latest/developerguide';

/** As AWS's page "ServiceProviderConfig" shows it. Its `maxResults` is older than the pages of a hundred. */
export const serviceProviderConfig: JsonObject = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  documentationUri: `${guide}/what-is-scim.html`,
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'OAuth Bearer Token',
      description: 'Authentication scheme using the OAuth Bearer Token Standard',
      specUri: 'https://www.rfc-editor.org/info/rfc6750',
      documentationUri: `${guide}/provision-automatically.html`,
      primary: true,
    },
  ],
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 50 },
  patch: { supported: true },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
};

/** Every schema by the library's description of AWS's own definitions; `meta.location` is left out, as AWS does. */
export function describeSchemas(): readonly JsonObject[] {
  return definitions.map((definition) => {
    const { id, name, description, attributes } = definition.describe();
    return { id, name, description, attributes: JSON.parse(JSON.stringify(attributes)) };
  });
}

export function listSchemas(): JsonObject {
  return list(describeSchemas());
}

export function getSchema(id: string): JsonObject {
  const schema = describeSchemas().find((one) => one.id === id);
  if (schema === undefined) throw new ScimError('ResourceNotFoundException', `There is no schema "${id}"`);
  return schema;
}

/** RFC 7643, section 6. AWS's own reply is not known word for word. */
export function listResourceTypes(): JsonObject {
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'];
  return list([
    {
      schemas,
      id: 'User',
      name: 'User',
      description: 'User Account',
      endpoint: '/Users',
      schema: schemaIds.user,
      schemaExtensions: [{ schema: schemaIds.enterprise, required: false }],
    },
    {
      schemas,
      id: 'Group',
      name: 'Group',
      description: 'Group',
      endpoint: '/Groups',
      schema: schemaIds.group,
    },
  ]);
}

function list(resources: readonly JsonObject[]): JsonObject {
  return {
    totalResults: resources.length,
    itemsPerPage: resources.length,
    startIndex: 1,
    schemas: [schemaIds.list],
    Resources: resources,
  };
}
