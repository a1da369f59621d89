import type { AppClient, PoolUser, SchemaAttribute } from './types.ts';

/** Longest value of any attribute (COG, specifying attribute mapping). */
export const longestValue = 2048;

/**
 * What keeps these values from being written, as AWS words it: `email: The attribute is required`.
 * @param before the user as they are; undefined for a new one
 */
export function findAttributeProblems(
  schema: readonly SchemaAttribute[],
  client: AppClient,
  before: PoolUser | undefined,
  values: Readonly<Record<string, string>>,
): readonly string[] {
  const known = new Map(schema.map((one) => [one.name, one]));
  const wrong = Object.entries(values).flatMap(([name, value]) => {
    const rule = known.get(name);
    if (rule === undefined) return [`${name}: Attribute does not exist in the schema.`];
    if (client.writeAttributes?.includes(name) === false)
      return [`${name}: A client attempted to write unauthorized attribute`];
    const old = before?.attributes[name];
    if (!rule.mutable && old !== undefined && old !== value) return [`${name}: Attribute cannot be updated.`];
    if (value.length > (rule.maxLength ?? longestValue))
      return [`${name}: String must not be longer than ${rule.maxLength ?? longestValue} characters`];
    return isOfType(rule.type, value) ? [] : [`${name}: The value is no ${rule.type}`];
  });
  const missing = schema.filter(
    ({ name, required }) => required && (values[name] ?? before?.attributes[name] ?? '') === '',
  );
  return [...wrong, ...missing.map(({ name }) => `${name}: The attribute is required`)];
}

function isOfType(type: SchemaAttribute['type'], value: string): boolean {
  if (type === 'Number') return /^-?\d+$/.test(value);
  if (type === 'Boolean') return value === 'true' || value === 'false';
  if (type === 'DateTime') return !Number.isNaN(Date.parse(value));
  return true;
}
