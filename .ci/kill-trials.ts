/**
 * Interrupts and kills runs at random moments, and looks whether anything of them is left.
 * Usage: node .ci/kill-trials.ts [--tries N] [--containers] [--signal SIGINT|SIGKILL] [--target TARGET] [--within SECONDS]
 * Without --within one run is left alone first, to see how long they take. The tries take turns: they signal the command
 * itself, the npm process of "npm start", or all that a terminal would. Exits 1 when one left something. Linux only: it
 * looks into /proc.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { allListening, listeningSockets, processesWith, survivorsOf } from './trial-processes.ts';

const { values } = parseArgs({
  options: {
    tries: { type: 'string', default: '20' },
    containers: { type: 'boolean', default: false },
    signal: { type: 'string' },
    target: { type: 'string' },
    within: { type: 'string' },
  },
});
const tries = Number(values.tries);
const signals = (['SIGINT', 'SIGKILL'] as const).filter((name) => (values.signal ?? name) === name);

const root = join(import.meta.dirname, '..');
const node = join(root, 'node_modules', '.bin', 'node');
const cli = join(root, 'harness', 'cli', 'countersign.mjs');
const execute = promisify(execFile);

/** Who is signalled: the command itself, npm alone, or the group of npm and all that it started, as by Ctrl-C. */
type Target = 'command' | 'npm' | 'group';

const targets = (['command', 'npm', 'group'] as const).filter((name) => (values.target ?? name) === name);

interface Trial {
  readonly signal: 'SIGINT' | 'SIGKILL';
  readonly target: Target;
  readonly afterMs: number;
}

interface Result {
  /** What became of it, in a word or two. */
  readonly end: string;
  /** What should not be; none when all is well. */
  readonly faults: readonly string[];
}

async function attempt({ signal, target, afterMs }: Trial): Promise<Result> {
  const scratch = await mkdtemp(join(tmpdir(), 'countersign-trial-'));
  const mark = `COUNTERSIGN_TRIAL=${randomUUID()}`;
  const temporary = await mkdtemp(join(scratch, 'tmp-'));
  const report = join(scratch, 'report');
  const surroundings = { ...process.env, TMPDIR: temporary, INIT_CWD: root };
  const args = ['--grep', 'success', '--report-dir', report, ...(values.containers ? ['--containers'] : [])];
  const [file, first] = target === 'command' ? [node, [cli, 'run']] : ['npm', ['--silent', 'start', '--']];
  const [name = '', value = ''] = mark.split('=');
  const child = spawn(file, [...first, ...args], {
    cwd: root,
    stdio: 'ignore',
    detached: true, // a process group of its own, as a terminal gives
    env: { ...surroundings, [name]: value },
  });
  const exited = new Promise<string>((resolve) =>
    child.once('exit', (code, by) => resolve(by ?? String(code))),
  );
  await Promise.race([sleep(afterMs), exited]);
  const before = await processesWith(mark);
  const sockets = await listeningSockets(before.map(({ pid }) => pid));
  const runs = await runsIn(temporary);
  const contained = await containersOf(runs);
  send(signal, target, child);
  const exit = await Promise.race([exited, sleep(40_000, 'no exit')]);
  // What is left after SIGKILL is cleared away by the next command, whichever it is.
  if (signal === 'SIGKILL')
    await execute(node, [cli, 'list', 'integrations'], { env: surroundings, cwd: root });
  // Npm does not wait for what it has started.
  const patienceMs = target === 'command' ? 2_000 : 40_000;
  const left = await untilNone(() => survivorsOf(before, mark), patienceMs);
  const listening = await allListening();
  const registry = await contentsOf(temporary);
  const { end, fault } = await judgeReport(report, exit, { signal, target, afterMs }, runs.length > 0);
  const faults = [
    ...left.map(({ pid, command }) => `process ${pid} is left: ${command}`),
    ...[...sockets].filter((inode) => listening.has(inode)).map((inode) => `socket ${inode} still listens`),
    ...registry.map((one) => `left in the temporary folder: ${one}`),
    ...(await containersOf(runs)).map((one) => `${one} is left`),
    ...(fault === undefined ? [] : [fault]),
  ];
  if (faults.length === 0) await rm(scratch, { recursive: true, force: true });
  else for (const { pid } of left) process.kill(pid, 'SIGKILL');
  return {
    end: `${before.length} processes, ${sockets.size} ports${values.containers ? `, ${contained.length} containers and networks` : ''}; ${end}`,
    faults,
  };
}

function send(
  signal: Trial['signal'],
  target: Trial['target'],
  { pid, exitCode, signalCode }: ChildProcess,
): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  process.kill(target === 'group' ? -pid : pid, signal);
}

async function untilNone<T>(look: () => Promise<readonly T[]>, patienceMs: number): Promise<readonly T[]> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found.length === 0 || Date.now() > deadline) return found;
    await sleep(200);
  }
}

/** Everything below the registry; the registry's own folder may stay. */
async function contentsOf(temporary: string): Promise<readonly string[]> {
  const names = await readdir(temporary, { recursive: true });
  return names.filter((name) => !/^(countersign-\d+|node-compile-cache.*)$/.test(name));
}

/** Ids of the runs that were entered in this trial's registry. */
async function runsIn(temporary: string): Promise<readonly string[]> {
  const names = await contentsOf(temporary);
  return names.filter((name) => name.endsWith('.json')).map((name) => basename(name, '.json'));
}

/** Containers and networks of these runs. */
async function containersOf(runs: readonly string[]): Promise<readonly string[]> {
  if (!values.containers) return [];
  const ask = async (...args: readonly string[]) =>
    (await execute('docker', [...args])).stdout.split('\n').filter(Boolean);
  const found = await Promise.all(
    runs.flatMap((id) => [
      ask('ps', '--all', '--filter', `label=countersign.run=${id}`, '--format', 'container {{.Names}}'),
      ask('network', 'ls', '--filter', `name=countersign-${id}`, '--format', 'network {{.Name}}'),
    ]),
  );
  return found.flat();
}

/** A run that was ended leaves a partial report; one that had ended before, a whole one. */
async function judgeReport(
  folder: string,
  exit: string,
  { signal, target }: Trial,
  entered: boolean,
): Promise<{ readonly end: string; readonly fault?: string }> {
  const text = await readFile(join(folder, 'results.json'), 'utf8').catch(() => undefined);
  if (text === undefined)
    return {
      end: 'ended before it began',
      ...(entered ? { fault: 'there is no report' } : {}),
    };
  const { incomplete, totals } = JSON.parse(text) as { incomplete?: string; totals: { cases: object } };
  const judged = Object.values(totals.cases).reduce((sum: number, one: number) => sum + one, 0);
  const end = `exit ${exit}, ${judged} cases, ${incomplete ?? 'complete'}`;
  const wanted = incomplete === undefined ? '0' : '3';
  // Npm ends as its script ended; interrupted together with it, by the signal.
  const tells = signal === 'SIGINT' && target !== 'group';
  return { end, ...(tells && exit !== wanted ? { fault: `the exit code is ${exit}, not ${wanted}` } : {}) };
}

/** How long a run takes that nobody disturbs, in milliseconds. */
async function measure(): Promise<number> {
  const startedAt = performance.now();
  const { end, faults } = await attempt({ signal: 'SIGINT', target: 'command', afterMs: 600_000 });
  const took = performance.now() - startedAt;
  console.log(`A run takes ${Math.round(took / 1_000)} s here: ${end} ${faults.join(', ')}`);
  return took;
}

async function proveAll(): Promise<number> {
  const withinMs = values.within === undefined ? await measure() : Number(values.within) * 1_000;
  let bad = 0;
  for (const signal of signals)
    for (let index = 0; index < tries; index += 1) {
      const target = targets[index % targets.length] ?? 'command';
      const afterMs = Math.round(Math.random() * withinMs);
      const { end, faults } = await attempt({ signal, target, afterMs });
      console.log(
        `${faults.length === 0 ? 'ok  ' : 'FAIL'} ${signal} to ${target} after ${afterMs} ms: ${end}`,
      );
      for (const fault of faults) console.log(`       ${fault}`);
      if (faults.length > 0) bad += 1;
    }
  console.log(`${signals.length * tries - bad} passed, ${bad} failed`);
  return bad;
}

process.exitCode = (await proveAll()) === 0 ? 0 : 1;
