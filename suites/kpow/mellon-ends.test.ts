import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { whyNoApache } from './mellon/apache.ts';

const script = new URL('./mellon/main.ts', import.meta.url).pathname;
const why = whyNoApache();

it.runIf(why !== undefined)('LEFT OUT: Apache is not here', () => {
  expect(why).toContain('apt-get install');
});

describe.runIf(why === undefined)('Apache ends', { timeout: 120_000 }, () => {
  /** Starts the script from a process of its own, as a test's would be. @returns pids and the port */
  async function start(folder: string) {
    const line = JSON.stringify([process.execPath, script, '--folder', folder]);
    const inner = `const [bin, ...args] = ${line}; const child = require('node:child_process').spawn(bin, args, { stdio: ['ignore', 'inherit', 'inherit'] }); console.log(JSON.stringify({ script: child.pid })); child.on('exit', (code) => process.exit(code ?? 1));`;
    const starter = spawn(process.execPath, ['-e', inner], { stdio: ['ignore', 'pipe', 'inherit'] });
    let facts: { script?: number; port?: number } = {};
    for await (const text of createInterface({ input: starter.stdout })) {
      facts = { ...facts, ...(JSON.parse(text) as typeof facts) }; // what the two print
      if (facts.port !== undefined) break;
    }
    const apache = Number(await readFile(join(folder, 'apache.pid'), 'utf8'));
    return { starter, script: facts.script ?? 0, port: facts.port ?? 0, apache };
  }

  it.each(['the process that started the script', 'the script itself'] as const)(
    'when %s is killed',
    async (whom) => {
      const folder = await mkdtemp(join(tmpdir(), 'countersign-mellon-ends-'));
      const started = await start(folder);
      try {
        expect(await answers(started.port)).toBe(true);
        if (whom === 'the script itself') process.kill(started.script, 'SIGKILL');
        else started.starter.kill('SIGKILL');
        while (isAlive(started.apache)) await sleep(50);
        expect(await answers(started.port)).toBe(false);
      } finally {
        started.starter.kill('SIGKILL');
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
