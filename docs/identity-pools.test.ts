import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checks } from '../harness/checks/index.ts';
import { runCli } from '../harness/cli/cli-tester.ts';
import { policies, printedAccount } from '../harness/cli/predict/pool/pool.test-data.ts';
import { version } from '../harness/cli/version.ts';

let text = '';
let folder = '';
beforeAll(async () => {
  text = await readFile(join(import.meta.dirname, 'identity-pools.md'), 'utf8');
  folder = await mkdtemp(join(tmpdir(), 'countersign-pool-docs-'));
  await writeFile(join(folder, 'account.json'), printedAccount(policies));
  for (const [, name = '', content = ''] of text.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm))
    await writeFile(join(folder, name), content);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const block = (kind: string) =>
  new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text)?.[1] ?? '';

it('shows what the prediction for a pool really prints', async () => {
  const [program, ...args] = block('sh run').trim().split(' ');
  expect(program).toBe('countersign');
  const { code, stdout, stderr } = await runCli(args, { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout.replace(`countersign ${version}`, 'countersign 0.1.0')).toBe(block('text output'));
});

it('names only checks that there are', () => {
  const ids = checks.map(({ id }) => id);
  const named = [...text.matchAll(/`([a-z-]+\/[a-z-]+)`/g)].flatMap(([, id = '']) =>
    id.startsWith('mocks') ? [] : [id],
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
});
