import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Folders of the named packages and of everything that they depend on, as installed below `root`.
 * Optional and peer dependencies are taken where they are installed.
 */
export async function packagesOf(root: string, names: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  const visit = async (name: string, from: string): Promise<void> => {
    const folder = locate(name, from, root);
    if (folder === undefined || found.has(folder)) return;
    found.add(folder);
    // Every installed package has a package.json of this shape.
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<
      'dependencies' | 'optionalDependencies' | 'peerDependencies',
      Record<string, string> | undefined
    >;
    const needed = {
      ...manifest.peerDependencies,
      ...manifest.optionalDependencies,
      ...manifest.dependencies,
    };
    for (const dependency of Object.keys(needed)) await visit(dependency, folder);
  };
  for (const name of names) await visit(name, root);
  return [...found].sort();
}

/** Node's own search: the nearest node_modules upwards. */
function locate(name: string, from: string, root: string): string | undefined {
  for (let folder = from; folder.length >= root.length; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
  }
  return undefined;
}
