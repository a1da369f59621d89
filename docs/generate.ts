import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveProfile } from '../harness/judge/resolve-profile.ts';
import type { Check } from '../harness/model/check.ts';
import type { Mutation } from '../harness/model/mutation.ts';
import type { Profile } from '../harness/model/profile.ts';
import { findCatalogue } from './find-catalogue.ts';
import { writeIndex } from './write-index.ts';
import { writeChecksPage, writeMutationsPage } from './write-pages.ts';

export interface GeneratedFile {
  /** Path below the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** Everything that is made from the files of the catalogue. @param root the repository's folder */
export async function generate(
  root: string,
  profiles: readonly Profile[],
): Promise<readonly GeneratedFile[]> {
  const checks = await findCatalogue<Check>(join(root, 'harness/checks'));
  const mutations = await findCatalogue<Mutation>(join(root, 'harness/mutations'));
  const values = { checks: checks.map(({ value }) => value), mutations: mutations.map(({ value }) => value) };
  const resolved = profiles.map(({ id }) => resolveProfile(id, profiles));
  return [
    {
      path: 'harness/checks/index.ts',
      text: writeIndex({
        list: 'checks',
        type: 'Check',
        typeFile: '../model/check.ts',
        says: 'Every check, by id: the order in which findings are reported.',
        ids: checks.map(({ id }) => id),
      }),
    },
    {
      path: 'harness/mutations/index.ts',
      text: writeIndex({
        list: 'mutations',
        type: 'Mutation',
        typeFile: '../model/mutation.ts',
        says: 'Every mutation, by id.',
        ids: mutations.map(({ id }) => id),
      }),
    },
    { path: 'docs/checks.md', text: writeChecksPage(values.checks, values.mutations, resolved) },
    { path: 'docs/mutations.md', text: writeMutationsPage(values.mutations) },
  ];
}

/** The generated files that differ from what is on disk. */
export async function findStale(
  root: string,
  files: readonly GeneratedFile[],
): Promise<readonly GeneratedFile[]> {
  const current = await Promise.all(
    files.map(({ path }) => readFile(join(root, path), 'utf8').catch(() => undefined)),
  );
  return files.filter(({ text }, index) => current[index] !== text);
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const { profiles } = await import('../harness/profiles/index.ts');
  const stale = await findStale(root, await generate(root, profiles));
  const names = stale.map(({ path }) => path).join(', ');
  if (!process.argv.includes('--check')) {
    for (const { path, text } of stale) await writeFile(join(root, path), text);
    console.log(stale.length === 0 ? 'Everything was up to date.' : `Written: ${names}.`);
  } else if (stale.length > 0) {
    console.error(`Stale: ${names}. Run "npm run generate".`);
    process.exitCode = 1;
  }
}
