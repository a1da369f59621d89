import SCIMMY from 'scimmy';
import { requiredOfUser, unsupportedOfUser, unsupportedSubAttributes } from './limits.ts';

const { Schemas, Types } = SCIMMY;
type Attribute = InstanceType<typeof Types.Attribute>;
type Definition = InstanceType<typeof Types.SchemaDefinition>;

export const schemaIds = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  enterprise: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
} as const;

/** The library's attributes of RFC 7643, without what AWS leaves out, and with what it requires. */
function narrow(definition: Definition, left: readonly string[], required: readonly string[]): Attribute[] {
  return definition.attributes
    .filter((one) => one instanceof Types.Attribute && one.config.shadow !== true && !left.includes(one.name))
    .map((one) => rebuild(one, one.name, required));
}

function rebuild(attribute: Attribute, path: string, required: readonly string[]): Attribute {
  const without = unsupportedSubAttributes[attribute.name] ?? [];
  const isRequired =
    required.includes(path) ||
    required.some((one) => one.startsWith(`${path}.`)) ||
    attribute.config.required;
  return new Types.Attribute(
    attribute.type,
    attribute.name,
    // Canonical values are a suggestion (RFC 7643, section 2.4); that AWS enforces them is nowhere said.
    { ...attribute.config, required: isRequired === true, canonicalValues: false },
    (attribute.subAttributes ?? [])
      .filter(({ name }) => !without.includes(name))
      .map((sub) => rebuild(sub, `${path}.${sub.name}`, required)),
  );
}

/** AWS's own words and flags for `userName`, from the example of page "GetSchema". */
function describeUserName(attributes: Attribute[]): Attribute[] {
  return attributes.map((one) =>
    one.name === 'userName'
      ? new Types.Attribute('string', 'userName', { ...one.config, caseExact: false, uniqueness: 'server' })
      : one,
  );
}

const enterpriseDefinition = new Types.SchemaDefinition(
  'EnterpriseUser',
  schemaIds.enterprise,
  'Enterprise User',
  narrow(Schemas.EnterpriseUser.definition, [], []),
);

const userDefinition = new Types.SchemaDefinition(
  'User',
  schemaIds.user,
  'User Account',
  describeUserName(narrow(Schemas.User.definition, [...unsupportedOfUser], [...requiredOfUser])),
).extend(enterpriseDefinition);

const groupDefinition = new Types.SchemaDefinition(
  'Group',
  schemaIds.group,
  'Group',
  narrow(Schemas.Group.definition, [], ['displayName']),
);

/** A user as the library patches it: every assignment is checked against AWS's definition. */
export class AwsUser extends Types.Schema {
  static override get id(): string {
    return schemaIds.user;
  }
  static override get definition(): Definition {
    return userDefinition;
  }
  constructor(resource: object, direction = 'both') {
    super(resource, direction);
    Object.assign(this, userDefinition.coerce(resource, direction));
  }
}

export const definitions: readonly Definition[] = [userDefinition, enterpriseDefinition, groupDefinition];
export type { Attribute, Definition };
export { enterpriseDefinition, groupDefinition, userDefinition };
