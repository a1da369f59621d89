import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CountersignError } from '../model/error.ts';
import type { Evidence } from '../model/evidence.ts';

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

/** Reads the text of an `evidence.json`. */
export function parseBundle(text: string, file: string): Evidence {
  const next = 'Save the bundle again with this version, or check the SAMLResponse itself.';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CountersignError('file', `"${file}" is not JSON: ${(error as Error).message}.`, next);
  }
  const schema = (value as { schema?: unknown } | null)?.schema;
  if (schema !== 'countersign/evidence/1')
    throw new CountersignError(
      'file',
      `"${file}" has the schema "${String(schema)}"; expected "countersign/evidence/1".`,
      next,
    );
  const evidence = value as Evidence; // the schema name is ours, and the parts are read defensively below
  const isComplete =
    typeof evidence.capturedAt === 'string' &&
    !Number.isNaN(Date.parse(evidence.capturedAt)) &&
    typeof evidence.artifacts === 'object' &&
    evidence.artifacts !== null;
  if (!isComplete)
    throw new CountersignError(
      'file',
      `"${file}" lacks a readable "capturedAt" or "artifacts".`,
      'Save the bundle again.',
    );
  return evidence;
}
