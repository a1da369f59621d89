import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { CountersignError } from '../model/error.ts';
import { configFileName } from './file-name.ts';
import { type Config, configSchema } from './schema.ts';

export { configFileName };

/**
 * Loads and checks a configuration file.
 * @param file path; by default `countersign.config.ts` in `folder`
 * @throws CountersignError `config` that names the file and key, what was found and what is allowed.
 */
export async function loadConfig(folder: string, file?: string): Promise<Config> {
  const path = resolve(folder, file ?? configFileName);
  await access(path).catch(() => {
    throw new CountersignError(
      'config',
      `There is no configuration file "${path}".`,
      'Write one with "countersign init", or name one with --config.',
    );
  });
  let loaded: { default?: unknown };
  try {
    loaded = await import(pathToFileURL(path).href);
  } catch (error) {
    throw new CountersignError(
      'config',
      `"${path}" cannot be loaded: ${(error as Error).message}.`,
      'Mend the file; "countersign init" writes one that works.',
      { cause: error },
    );
  }
  if (loaded.default === undefined)
    throw new CountersignError(
      'config',
      `"${path}" exports nothing by default.`,
      'Write "export default defineConfig({ … })" in it.',
    );
  return parseConfig(loaded.default, path);
}

/** Checks a configuration value, and fills its defaults in. */
export function parseConfig(value: unknown, file: string): Config {
  const parsed = configSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => describeIssue(issue, value));
  throw new CountersignError(
    'config',
    `"${file}" is not a valid configuration:\n${lines.map((line) => `  - ${line}`).join('\n')}`,
    'Mend the named keys; the types of defineConfig show what is allowed.',
  );
}

function describeIssue(issue: z.core.$ZodIssue, value: unknown): string {
  const key = issue.path.length === 0 ? 'the configuration' : issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((name) => `"${name}"`).join(', ');
    return `${key}: ${names} is not known; allowed: ${allowedKeys(issue.path).join(', ')}`;
  }
  const found = issue.path.reduce<unknown>(
    (part, step) => (part as Record<PropertyKey, unknown>)?.[step],
    value,
  );
  const expected = issue.message.replace(/^Invalid input: expected /, '').replace(/, received .*$/, '');
  return `${key}: found ${JSON.stringify(found) ?? 'nothing'}; expected ${expected}`;
}

/** The keys that the schema has at a path. */
function allowedKeys(path: readonly PropertyKey[]): readonly string[] {
  let schema = z.toJSONSchema(configSchema, { io: 'input', unrepresentable: 'any' });
  for (const step of path) {
    const next = schema.properties?.[String(step)] ?? schema.items;
    if (typeof next !== 'object' || next === null || Array.isArray(next)) return [];
    schema = next as typeof schema; // the parts of a JSON Schema are JSON Schemas
  }
  return Object.keys(schema.properties ?? {});
}
