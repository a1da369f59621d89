import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runVariable } from './run-processes.ts';
import { enterRun, leaveRun, saveRun, startTimeOf, sweepRuns } from './run-registry.ts';

let registry = '';
beforeEach(async () => {
  registry = await mkdtemp(join(tmpdir(), 'countersign-registry-'));
});
afterEach(() => rm(registry, { recursive: true, force: true }));

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

test('a run that is alive is not swept', async () => {
  const run = await enterRun({ containers: false }, registry);
  expect(await sweepRuns(registry)).toEqual([]);
  expect(await exists(run.folder)).toBe(true);
  await leaveRun(run, registry);
  expect(await exists(run.folder)).toBe(false);
});

test('a killed run’s folder goes, and its runner with the children of it', async () => {
  const runner = spawn('sh', ['-c', 'sleep 60 & wait'], { stdio: 'ignore' });
  const ended = once(runner, 'exit');
  const run = await enterRun({ containers: false }, registry);
  const pid = runner.pid ?? 0;
  await saveRun(
    { ...run, pid: 2 ** 22 + 1, started: '1', runner: { pid, started: (await startTimeOf(pid)) ?? '' } },
    registry,
  );
  expect(await sweepRuns(registry)).toEqual([run.id]);
  await ended;
  expect(runner.signalCode).toBe('SIGKILL');
  expect(await exists(run.folder)).toBe(false);
});

test('a process that only took over the pid is left alone', async () => {
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
  const run = await enterRun({ containers: false }, registry);
  await saveRun(
    { ...run, started: 'long ago', runner: { pid: stranger.pid ?? 0, started: 'long ago' } },
    registry,
  );
  expect(await sweepRuns(registry)).toEqual([run.id]);
  expect(stranger.exitCode).toBeNull();
  stranger.kill();
});

test.runIf(process.platform === 'linux')(
  'a process that strayed from its runner is ended by the run’s mark',
  async () => {
    const run = await enterRun({ containers: false }, registry);
    const stray = spawn('sleep', ['60'], { env: { ...process.env, [runVariable]: run.id }, stdio: 'ignore' });
    const ended = once(stray, 'exit');
    await saveRun({ ...run, started: 'long ago' }, registry);
    expect(await sweepRuns(registry)).toEqual([run.id]);
    await ended;
    expect(stray.signalCode).toBe('SIGKILL');
  },
);

test('two runs may not write to one report folder while both are alive', async () => {
  const plan = { containers: false, reportFolder: '/tmp/report' };
  const first = await enterRun(plan, registry);
  await expect(enterRun(plan, registry)).rejects.toMatchObject({ code: 'usage' });
  await leaveRun(first, registry);
  await leaveRun(await enterRun(plan, registry), registry);
  expect(await readdir(registry)).toEqual([]);
});

test('what a run left that was killed while it entered goes once it is old', async () => {
  const [fresh, old] = [join(registry, 'fresh'), join(registry, 'old')];
  await Promise.all([mkdir(fresh), mkdir(old)]);
  await utimes(old, 0, 0);
  expect(await sweepRuns(registry)).toEqual([]);
  expect([await exists(fresh), await exists(old)]).toEqual([true, false]);
});
