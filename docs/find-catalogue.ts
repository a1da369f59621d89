import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** One file of the catalogue and what it exports. */
export interface Entry<T> {
  /** Area and name, which are also its path: `assertion/audience`. */
  readonly id: string;
  readonly value: T;
}

/**
 * Finds the entries one folder down: `<area>/<name>.ts` with a default export. Tests, files that begin with `_`, and
 * the folder `kit` are helpers. Throws when an entry's id is not its path, since the id is how people find the file.
 * @returns sorted by id
 */
export async function findCatalogue<T extends { readonly id: string }>(
  folder: string,
): Promise<readonly Entry<T>[]> {
  const areas = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && entry.name !== 'kit',
  );
  const found = await Promise.all(
    areas.map(async ({ name: area }) => {
      const files = (await readdir(join(folder, area))).filter(isEntry);
      return Promise.all(files.map((file) => load<T>(folder, `${area}/${file.replace(/\.ts$/, '')}`)));
    }),
  );
  return found
    .flat()
    .filter((entry) => entry !== undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isEntry(file: string): boolean {
  return file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('_');
}

async function load<T extends { readonly id: string }>(
  folder: string,
  id: string,
): Promise<Entry<T> | undefined> {
  const module: { default?: T } = await import(pathToFileURL(join(folder, `${id}.ts`)).href);
  if (module.default === undefined) return undefined;
  if (module.default.id !== id)
    throw new Error(
      `The file "${join(folder, id)}.ts" defines "${module.default.id}"; id and path must agree.`,
    );
  return { id, value: module.default };
}
