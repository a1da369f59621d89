import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Evidence } from './exception.ts';

/** Where the evidence was found, for example `samlify/build/src/flow.js:211`; undefined where it was not. */
export async function findEvidence(folder: string, evidence: Evidence): Promise<string | undefined> {
  const modules = join(folder, 'node_modules');
  const part = `${evidence.package}${evidence.in === undefined ? '' : `/${evidence.in}`}`;
  const files = await filesOf(join(modules, part));
  if (files.length === 0) return undefined;
  const wanted = 'says' in evidence ? evidence.says : evidence.lacks;
  for (const file of files) {
    const lines = (await readFile(file, 'utf8')).split('\n');
    const at = lines.findIndex((line) => contains(line, wanted));
    if (at === -1) continue;
    return 'says' in evidence ? `${relative(modules, file)}:${at + 1}` : undefined;
  }
  return 'says' in evidence ? undefined : `“${describe(wanted)}” is nowhere in ${part}`;
}

function contains(line: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? line.includes(wanted) : wanted.test(line);
}

function describe(wanted: string | RegExp): string {
  return typeof wanted === 'string' ? wanted : wanted.source;
}

/** The file itself, or the scripts of a folder: neither what it depends on nor its tests. */
async function filesOf(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.c?js$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/\/(?:node_modules|tests?)\//.test(file.slice(path.length)))
    .sort();
}
