import { textRules, userNameRules } from './limits.ts';
import { isObject, type JsonObject } from './read-body.ts';
import { invalid } from './scim-error.ts';

/**
 * Refuses texts that are empty, too long or of other characters, and values that are `null`; all faults in one reason,
 * in the words of AWS's audit log ("Common SCIM API validation errors"). What it says of `null` is not known: ours.
 */
export function checkTexts(value: unknown, path = ''): void {
  const faults = [...findFaults(value, path)];
  if (faults.length > 0)
    throw invalid(`${faults.length} validation errors detected: ${faults.join('; ')}`.slice(0, 2000));
}

function* findFaults(value: unknown, path: string): Generator<string> {
  const says = (what: string) => `Value at '${path}' failed to satisfy constraint: ${what}`;
  if (value === null) yield says('Member must not be null');
  if (typeof value === 'string') {
    const rules = path === 'userName' ? userNameRules : textRules;
    const length = [...value].length;
    if (length < rules.min) yield says(`Member must have length greater than or equal to ${rules.min}`);
    if (length > rules.max) yield says(`Member must have length less than or equal to ${rules.max}`);
    if (!rules.pattern.test(value))
      yield says(`Member must satisfy regular expression pattern: ${rules.patternText}`);
  }
  if (Array.isArray(value)) for (const one of value) yield* findFaults(one, path);
  if (isObject(value))
    for (const [name, inner] of Object.entries(value)) {
      // Addresses of schemas are not data, and a reference is dropped.
      if (name === 'schemas' || name === '$ref') continue;
      yield* findFaults(inner, path === '' ? name : `${path}.${name}`);
    }
}

/**
 * Refuses a body that says it is something else. AWS's samples name no schemas at all, so they may be left out; that others
 * are refused is an assumption of ours.
 * @param wanted id of the schema of the resource
 */
export function checkSchemas({ schemas }: JsonObject, wanted: string): void {
  if (schemas === undefined || (Array.isArray(schemas) && schemas.length === 0)) return;
  if (!Array.isArray(schemas) || !schemas.some((one) => String(one).toLowerCase() === wanted.toLowerCase()))
    throw invalid(`Attribute schemas does not name ${wanted}`);
}
