import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineProfile } from '../harness/model/profile.ts';
import { profiles } from '../harness/profiles/index.ts';
import { findStale, generate } from './generate.ts';

const profile = defineProfile({
  id: 'p',
  title: 'P',
  version: 1,
  extends: [],
  skewMs: 0,
  checks: { 'area/one': { severity: 'warning' } },
});

const check = (id: string) => `export default {
  id: '${id}', title: { holds: 'It <holds>', fails: 'It fails' }, why: 'Because.',
  fix: { console: 'C', field: 'F', change: 'Do it.' }, judges: 'idp', needs: ['response'], uses: [],
  refs: [{ document: 'saml-core', section: '2.3', says: 'So it is.' }], options: { limit: 3 }, messages: {},
};`;
const mutation = `export default {
  id: 'area/wrong-one', title: 'A | b', stage: 'after-signing', change: { on: 'response' }, breaks: ['area/one'],
  hostile: true, safe: 'refuses', refs: [],
};`;

describe('generate', () => {
  let root = '';
  const write = async (path: string, text: string) => {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), text);
  };
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'generate-'));
    await write('harness/checks/area/two.ts', check('area/two'));
    await write('harness/checks/area/one.ts', check('area/one'));
    await write('harness/checks/area/one.test.ts', 'throw new Error();');
    await write('harness/checks/area/_shared.ts', 'export default { id: "area/shared" };');
    await write('harness/checks/read.ts', 'export default { id: "read" };');
    await write('harness/mutations/area/wrong-one.ts', mutation);
    await write('harness/mutations/area/helpers.ts', 'export const x = 1;');
    await write('harness/mutations/kit/edit.ts', 'export default { id: "kit/edit" };');
  });
  afterAll(() => rm(root, { recursive: true, force: true }));
  const textOf = async (path: string) =>
    (await generate(root, [profile])).find((file) => file.path === path)?.text ?? '';

  it('lists the entries by id, and nothing that is only a helper', async () => {
    expect(await textOf('harness/checks/index.ts')).toContain(
      `import areaOne from './area/one.ts';\nimport areaTwo from './area/two.ts';\n`,
    );
    expect(await textOf('harness/checks/index.ts')).toContain('[\n  areaOne,\n  areaTwo,\n];\n');
    expect(await textOf('harness/mutations/index.ts')).not.toMatch(/kit|helpers/);
  });

  it('tells of a check its severity, its source, and what breaks it', async () => {
    const page = await textOf('docs/checks.md');
    expect(page).toContain('- Holds: It &lt;holds>.');
    expect(page).toContain('- Severity: p (warning).');
    expect(page).toContain('- Source: saml-core 2.3: So it is.');
    expect(page).toContain('- Broken by `area/wrong-one`.');
    expect(page).toContain('- Options: `limit` = `3`.');
  });

  it('tells of a mutation what it breaks, with its bars escaped', async () => {
    expect(await textOf('docs/mutations.md')).toContain(
      '| A \\| b (attack) | response, after signing | `area/one`',
    );
  });

  it('is stale until it is written, and then not', async () => {
    const files = await generate(root, [profile]);
    expect(await findStale(root, files)).toHaveLength(4);
    for (const { path, text } of files) await write(path, text);
    expect(await findStale(root, files)).toEqual([]);
  });

  it('refuses an id that is not its path', async () => {
    await write('harness/checks/area/three.ts', check('area/drei'));
    await expect(generate(root, [profile])).rejects.toThrow('id and path must agree');
    await rm(join(root, 'harness/checks/area/three.ts'));
  });

  it('has been run: indexes and pages fit the catalogue', async () => {
    const here = join(import.meta.dirname, '..');
    const stale = await findStale(here, await generate(here, profiles));
    expect(stale.map(({ path }) => path)).toEqual([]);
  });
});
