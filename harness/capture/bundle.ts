import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CountersignError } from '../model/error.ts';
import type { Evidence } from '../model/evidence.ts';
import { evidenceSchema } from './evidence-schema.ts';

/** File that makes a folder an evidence bundle. */
export const bundleFile = 'evidence.json';

/**
 * Saves evidence. The bytes depend on the evidence alone.
 * @returns lower-case hexadecimal SHA-256 of `evidence.json`
 */
export async function writeBundle(
  folder: string,
  evidence: Evidence,
  screenshots: Readonly<Record<string, Uint8Array>>,
): Promise<string> {
  await mkdir(join(folder, 'screenshots'), { recursive: true });
  for (const [file, bytes] of Object.entries(screenshots))
    await writeFile(join(folder, 'screenshots', file), bytes);
  const text = `${JSON.stringify(evidence, null, 1)}\n`;
  await writeFile(join(folder, bundleFile), text);
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Loads saved evidence.
 * @throws CountersignError `file` when it is no bundle, or one of another version.
 */
export async function readBundle(folder: string): Promise<Evidence> {
  const file = join(folder, bundleFile);
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new CountersignError(
      'file',
      `"${folder}" holds no evidence bundle: ${error.message}.`,
      `Name a folder that contains ${bundleFile}, as "countersign run" saves it.`,
    );
  });
  return parseBundle(text, file);
}

const next =
  'Name an evidence.json as "countersign run" saves it, an HTTP archive (HAR), or the SAMLResponse itself.';

/**
 * Reads the text of an `evidence.json`.
 * @throws CountersignError `file` that names what is not as it should be
 */
export function parseBundle(text: string, file: string): Evidence {
  return toBundle(parseJson(text, file), file);
}

/** @throws CountersignError `file` when it is no JSON */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CountersignError('file', `"${file}" is not JSON: ${sentence((error as Error).message)}`, next); // JSON.parse throws nothing else
  }
}

/**
 * Takes parsed JSON for a bundle.
 * @throws CountersignError `file` that names what is not as it should be
 */
export function toBundle(value: unknown, file: string): Evidence {
  const schema = (value as { schema?: unknown } | null)?.schema;
  if (schema !== 'countersign/evidence/1')
    throw new CountersignError(
      'file',
      typeof schema === 'string'
        ? `"${file}" has the schema "${shorten(schema)}"; expected "countersign/evidence/1".`
        : `"${file}" is JSON, but no evidence bundle: it has no "schema".`,
      next,
    );
  const parsed = evidenceSchema.safeParse(value);
  if (parsed.success) return value as Evidence; // the schema has just said so
  const [issue] = parsed.error.issues;
  const key = issue?.path.join('.') || 'the bundle';
  throw new CountersignError(
    'file',
    `"${file}" is no complete evidence bundle: ${shorten(key)}: ${sentence(issue?.message ?? 'unreadable')}`,
    next,
  );
}

function sentence(text: string): string {
  const short = shorten(text);
  return short.endsWith('.') ? short : `${short}.`;
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
