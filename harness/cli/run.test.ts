import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../model/report.ts';
import { projectFolder, runCli, startCli } from './cli-tester.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-run-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const integration = '1kosmos-identity-center';
const reportIn = async (name: string) =>
  JSON.parse(await readFile(join(folder, name, 'results.json'), 'utf8')) as Report;
/** A temporary folder of the test's own has the registry in it: what is left there was left by the test. */
const surroundings = () => ({ env: { TMPDIR: folder } });
const registry = async () => {
  const names = await readdir(folder);
  const own = names.find((name) => /^countersign-\d+$/.test(name));
  return own === undefined ? [] : readdir(join(folder, own));
};

describe('run', () => {
  const cases = ['success-groups-sp', 'signing-off-sp'];

  beforeAll(async () => {
    const args = [
      'run',
      '--grep',
      `^${integration} (${cases.join('|')}) `,
      '--report-dir',
      join(folder, 'out'),
    ];
    const { code, stdout, stderr } = await runCli(args, surroundings());
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/PASSED[\s\S]*Report: .*out/),
    });
    expect(stderr).toMatch(/Running 2 cases[\s\S]*2\/2/);
  }, 180_000);

  test('makes the chosen logins, reports them in every form, and leaves nothing else', async () => {
    const report = await reportIn('out');
    expect(report.cases.map((one) => one.case)).toEqual(cases);
    expect(report).toMatchObject({
      verdict: 'pass',
      totals: { cases: { pass: 2, fail: 0, inconclusive: 0 } },
    });
    expect(await readdir(join(folder, 'out'))).toEqual(expect.arrayContaining(['junit.xml', 'summary.md']));
    expect(await registry()).toEqual([]);
  });

  test.each(cases)(
    'saved the evidence of %s, which judged again gives the same findings and verdict',
    async (name) => {
      const saved = join(folder, 'out', 'evidence', integration, name);
      const { code, stdout } = await runCli(['check', saved, '--json']);
      const again = (JSON.parse(stdout) as Report).cases[0];
      const then = (await reportIn('out')).cases.find((one) => one.case === name);
      expect(JSON.stringify(again?.findings)).toBe(JSON.stringify(then?.findings));
      expect(again).toMatchObject({ verdict: then?.verdict, summary: then?.summary });
      expect(code).toBe(0);
    },
  );
});

/** Starts a run, and stops it at the latest when the test ends. */
function startRun(args: readonly string[]) {
  const child = startCli(['run', ...args], surroundings());
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const running = new Promise<void>((resolve) =>
    child.stderr?.on('data', (chunk: Buffer) => {
      if (chunk.includes('Running')) resolve();
    }),
  );
  return {
    exited,
    /** Resolves when its cases begin. */
    running: Promise.race([
      running,
      exited.then((code) => Promise.reject(new Error(`It ended with ${code}.`))),
    ]),
    interrupt: () => child.kill('SIGINT'),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGINT');
      await exited;
    },
  };
}

test('an interrupted run leaves a partial report and nothing that runs', async () => {
  await using run = startRun(['--grep', 'success', '--report-dir', join(folder, 'cut')]);
  await run.running;
  run.interrupt();
  expect(await run.exited).toBe(3);
  const report = await reportIn('cut');
  expect(report.incomplete).toMatch(/interrupted \(SIGINT\)\. \d+ of \d+ cases have no result/);
  expect(await registry()).toEqual([]);
}, 120_000);

test('npm start hears an interrupt that only npm itself gets', async () => {
  const report = join(folder, 'npm');
  const child = spawn('npm', ['--silent', 'start', '--', '--grep', 'success', '--report-dir', report], {
    cwd: projectFolder,
    env: { ...process.env, TMPDIR: folder, INIT_CWD: projectFolder },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // what is sent to npm is not sent to the rest by the system
  });
  const exited = once(child, 'exit');
  await Promise.race([
    exited,
    new Promise<void>((resolve) =>
      child.stderr.on('data', (chunk: Buffer) => {
        if (chunk.includes('Running')) resolve();
      }),
    ),
  ]);
  child.kill('SIGINT');
  expect(await exited).toEqual([3, null]);
  expect((await reportIn('npm')).incomplete).toMatch(/interrupted \(SIGINT\)/);
  expect(await registry()).toEqual([]);
}, 120_000);

test('a second run into the same folder is refused while the first goes on', async () => {
  const args = ['--grep', 'success', '--report-dir', join(folder, 'shared')];
  await using first = startRun(args);
  await first.running;
  const second = await runCli(['run', ...args], surroundings());
  expect(second.code).toBe(2);
  expect(second.stderr).toMatch(/Another run \(process \d+\) is writing to the report folder.*\nNext: /);
}, 120_000);
