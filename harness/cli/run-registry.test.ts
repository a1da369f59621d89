import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
