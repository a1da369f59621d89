import { execFile, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);

interface Engine {
  readonly ready: boolean;
  /** Why there is none. */
  readonly why: string;
  /** Stops what was started here; an engine that ran before is left alone. */
  readonly stop: () => Promise<void>;
}

const nothingToStop = async () => undefined;

/**
 * Finds a container engine, or starts one.
 * @param mayInstall installs Debian's packages where this user may; only for machines that exist for tests
 */
export async function prepareEngine({ mayInstall }: { mayInstall: boolean }): Promise<Engine> {
  if (await answers()) return { ready: true, why: '', stop: nothingToStop };
  const isRoot = process.getuid?.() === 0;
  if (!isRoot)
    return {
      ready: false,
      why: 'No Docker engine answers, and only root could start one.',
      stop: nothingToStop,
    };
  if (!(await has('dockerd')) || !(await has('mmdebstrap'))) {
    if (!mayInstall || !(await has('apt-get')))
      return {
        ready: false,
        why: 'No Docker engine is installed (apt-get install docker.io).',
        stop: nothingToStop,
      };
    const failure = await install();
    if (failure !== undefined) return { ready: false, why: failure, stop: nothingToStop };
  }
  return start();
}

async function answers(): Promise<boolean> {
  return execute('docker', ['info']).then(
    () => true,
    () => false,
  );
}

async function has(command: string): Promise<boolean> {
  return execute('sh', ['-c', `command -v ${command}`]).then(
    () => true,
    () => false,
  );
}

async function install(): Promise<string | undefined> {
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await execute('apt-get', ['update', '-qq'], { env, maxBuffer: 1 << 26 });
    await execute(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'docker.io', 'mmdebstrap', 'iptables'],
      {
        env,
        maxBuffer: 1 << 26,
      },
    );
    return undefined;
  } catch (error) {
    return `Debian's docker.io and mmdebstrap could not be installed: ${(error as Error).message.slice(0, 300)}`;
  }
}

async function start(): Promise<Engine> {
  const log = join(tmpdir(), 'countersign-dockerd.log');
  const output = openSync(log, 'w');
  const daemon = spawn('dockerd', [], { stdio: ['ignore', output, output], detached: false });
  const ended = new Promise<void>((resolve) => daemon.once('exit', () => resolve()));
  daemon.once('error', () => undefined);
  const stop = async () => {
    daemon.kill('SIGTERM');
    await Promise.race([ended, sleep(20_000)]);
  };
  for (let tries = 0; tries < 60 && daemon.exitCode === null; tries += 1) {
    if (await answers()) return { ready: true, why: '', stop };
    await sleep(500);
  }
  await stop();
  return { ready: false, why: `dockerd did not start; its log is ${log}.`, stop: nothingToStop };
}
