import { isObject, type JsonObject } from './read-body.ts';
import { schemaIds } from './schemas.ts';
import { invalid } from './scim-error.ts';

/** One operation of a PATCH request, made plain: its path is always there. */
export interface Operation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly path: string;
  /** Attribute that the path begins with, in AWS's spelling; the schema's name for one of an extension. */
  readonly attribute: string;
  readonly value?: unknown;
}

const verbs = ['add', 'replace', 'remove'] as const;
/** A filter in a path: `eq` alone, with a text or a truth value. */
const pathFilter = /^\[\s*[A-Za-z$][\w.]*\s+eq\s+(?:"(?:[^"\\]|\\.)*"|true|false)\s*\]$/i;

/**
 * Reads the operations of a PATCH request (RFC 7644, section 3.5.2) as far as AWS takes them.
 * @param patchable attributes that may be changed; the extension's always may
 */
export function readOperations(
  body: JsonObject,
  patchable: readonly string[],
  extension?: string,
): readonly Operation[] {
  if (!Array.isArray(body.schemas) || !body.schemas.includes(schemaIds.patch))
    throw invalid(`Attribute schemas does not name ${schemaIds.patch}`);
  const operations = body.Operations;
  if (!Array.isArray(operations) || operations.length === 0)
    throw invalid('Missing Operations in PATCH request');
  return operations.map((one) => readOperation(one, patchable, extension));
}

function readOperation(one: unknown, patchable: readonly string[], extension: string | undefined): Operation {
  if (!isObject(one)) throw invalid('An operation of the PATCH request is not an object');
  const verb = typeof one.op === 'string' ? one.op.toLowerCase() : undefined;
  const op = verbs.find((candidate) => candidate === verb);
  if (op === undefined) throw invalid(`Operation "${String(one.op)}" is not add, replace or remove`);
  if (op !== 'remove' && (one.value === undefined || one.value === null))
    throw invalid(`Missing value in PATCH request for ${op}`);
  const { path, value } = readTarget(op, one);
  checkPathFilter(path);
  return {
    op,
    path,
    attribute: attributeOf(path, patchable, extension),
    ...(value === undefined ? {} : { value }),
  };
}

/** Without a path, the value names the one attribute that is changed. Both texts are those of AWS's audit log. */
function readTarget(
  op: Operation['op'],
  one: JsonObject,
): { readonly path: string; readonly value: unknown } {
  if (typeof one.path === 'string' && one.path !== '') return { path: one.path, value: one.value };
  if (op === 'remove' || one.path !== undefined) throw invalid('Missing path in PATCH request');
  const [only, ...others] = isObject(one.value) ? Object.entries(one.value) : [];
  if (only === undefined || others.length > 0)
    throw invalid(
      'Current PATCH support allows omitting "path" attribute only for Add and Replace operations modifying a single attribute.',
    );
  if (only[1] === null) throw invalid(`Missing value in PATCH request for ${op}`);
  return { path: only[0], value: only[1] };
}

function checkPathFilter(path: string): void {
  const filter = /\[.*\]/.exec(path)?.[0];
  if (filter !== undefined && !pathFilter.test(filter)) throw invalid('Invalid Filter format');
}

function attributeOf(path: string, patchable: readonly string[], extension: string | undefined): string {
  if (extension !== undefined && path.toLowerCase().startsWith(extension.toLowerCase())) return extension;
  const core = path.replace(/^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group):/i, '');
  const root = core.split(/[.[]/)[0]?.toLowerCase();
  const found = patchable.find((name) => name.toLowerCase() === root);
  if (found === undefined) throw invalid(`Attribute ${path} cannot be changed by PATCH`);
  return found;
}
