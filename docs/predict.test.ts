import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decisionAssumptions } from '../harness/aws/decide/assumptions.ts';
import { policyAssumptions } from '../harness/aws/policy/assumptions.ts';
import { runCli } from '../harness/cli/cli-tester.ts';
import { makePredictFiles } from '../harness/cli/predict/predict.test-data.ts';
import { version } from '../harness/cli/version.ts';

const page = join(import.meta.dirname, 'predict.md');
let text = '';
let folder = '';
beforeAll(async () => {
  text = await readFile(page, 'utf8');
  folder = await mkdtemp(join(tmpdir(), 'countersign-predict-docs-'));
  await makePredictFiles(folder);
  for (const [, name = '', content = ''] of text.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm))
    await writeFile(join(folder, name), content);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const block = (kind: string) =>
  new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text)?.[1] ?? '';

describe('the page about predict', () => {
  test('shows what its command really prints', async () => {
    const [program, ...args] = block('sh run').trim().split(' ');
    expect(program).toBe('countersign');
    const { code, stdout, stderr } = await runCli(args, { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout.replace(`countersign ${version}`, 'countersign 0.1.0')).toBe(block('text output'));
  });

  test('has every assumption that a result may name, in the words of the code', () => {
    for (const { id, assumption, known } of [...decisionAssumptions, ...policyAssumptions])
      expect(text).toContain(`| \`${id}\` | ${assumption} | ${known} |`.replaceAll('*', '\\*'));
  });

  test('leads to the schema', async () => {
    const [, link = ''] = /\[schema\]\((\S+)\)/.exec(text) ?? [];
    const schema = JSON.parse(await readFile(join(import.meta.dirname, link), 'utf8')) as { title: string };
    expect(schema.title).toBe('countersign prediction');
  });

  test('names each flag of the command, and none that it does not have', async () => {
    const { stdout } = await runCli(['predict', '--help']);
    const flags = new Set([...stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, flag]) => flag));
    const ofAws = new Set(['--filter', '--output', '--saml-provider-arn']);
    const named = [...text.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([flag]) => flag);
    expect(named.filter((flag) => !flags.has(flag) && !ofAws.has(flag))).toEqual([]);
    expect([...flags].filter((flag) => flag !== undefined && !named.includes(flag))).toEqual([]);
  });
});
