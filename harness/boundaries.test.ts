import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findViolations, layers, type SourceFile } from './boundaries.ts';

const root = join(import.meta.dirname, '..');
/** Folders with code of ours. */
const folders = ['harness', 'mocks', 'reports', 'suites', 'docs', 'bench'].filter((folder) =>
  existsSync(join(root, folder)),
);
/** Tests, and what only tests use. */
const testOnly = /\.(?:test|spec|test-helper)\.ts$|\/check-tester\.ts$|\/boundaries\.ts$/;

describe('the import table', () => {
  const files = folders.flatMap(readFolder);

  it('is kept by every file', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(findViolations(files)).toEqual([]);
  });

  it('has a row for every folder that holds code', () => {
    const unused = layers.filter(({ folder }) => folder !== 'harness/aws/' && folder !== 'bench/');
    for (const { folder } of unused)
      expect(
        files.some(({ path }) => path.startsWith(folder)),
        folder,
      ).toBe(true);
  });
});

describe('findViolations', () => {
  const find = (path: string, text: string) => findViolations([{ path, text }]);

  it.each([
    ['harness/saml/parse.ts', `import { judge } from '../judge/judge.ts';`],
    ['harness/model/check.ts', `import type { X } from '../saml/tree.ts';`],
    ['harness/checks/assertion/issuer.ts', `export { x } from '../../mutations/kit/edit.ts';`],
    ['mocks/idp/double.ts', `const x = await import('../../harness/saml/parse.ts');`],
    ['harness/stack/start.ts', `import '../cli/main.ts';`],
    ['reports/junit.ts', `import {\n  a,\n} from '../harness/profiles/index.ts';`],
    ['elsewhere/file.ts', ''],
  ])('names a file that imports what it may not: %s %s', (path, text) => {
    expect(find(path, text)).toHaveLength(1);
  });

  it.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const x = Math.random();',
    `import { randomBytes } from 'node:crypto';`,
    `import { readFileSync } from 'node:fs';`,
    `import { readFile } from 'fs/promises';`,
    `await fetch('https://example.com');`,
    'setTimeout(() => {}, 5);',
    'const x = process.env.HOME;',
  ])('names a pure file that sees the world: %s', (text) => {
    expect(find('harness/judge/judge.ts', text).length).toBeGreaterThan(0);
    expect(find('harness/cli/run.ts', text)).toEqual([]);
  });

  it.each([
    ['harness/checks/assertion/issuer.ts', `import { locate } from '../../saml/tree.ts';`],
    ['harness/judge/judge.ts', `import { readArtifacts } from '../checks/read.ts';`],
    ['harness/judge/judge.ts', `const at = new Date(now).toISOString(); // Date.now() would not do`],
    ['harness/saml/sign.ts', `import { SignedXml } from 'xml-crypto';`],
    ['harness/cli/main.ts', `import { x } from '../../suites/index.ts';`],
  ])('has nothing against %s: %s', (path, text) => {
    expect(find(path, text)).toEqual([]);
  });
});

function readFolder(folder: string): readonly SourceFile[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !testOnly.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
