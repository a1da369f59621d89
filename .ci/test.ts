/**
 * Everything that must be green before a commit: format and lint, types, generated files, unit and catalogue tests, and
 * the suites in a browser, embedded and (where a container engine runs) in containers, and the attacks on the doubles.
 * The last line counts: `N passed, N failed`. Exits 1 when anything failed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareEngine } from './engine.ts';

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const scratch = await mkdtemp(join(tmpdir(), 'countersign-test-'));
let total: Tally = { passed: 0, failed: 0 };

function add(name: string, tally: Tally): void {
  total = { passed: total.passed + tally.passed, failed: total.failed + tally.failed };
  console.log(`\n== ${name}: ${tally.passed} passed, ${tally.failed} failed ==\n`);
}

function execute(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** A step that either holds or does not. */
async function hold(name: string, command: string, ...args: readonly string[]): Promise<void> {
  const code = await execute(command, args);
  add(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

async function unitTests(): Promise<void> {
  const file = join(scratch, 'vitest.json');
  const code = await execute(bin('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const counts = await readJson<{
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  }>(file);
  const failed =
    counts === undefined ? 1 : Math.max(counts.numFailedTests, counts.numFailedTestSuites > 0 ? 1 : 0);
  add('Unit and catalogue tests', {
    passed: counts?.numPassedTests ?? 0,
    failed: code === 0 ? failed : Math.max(1, failed),
  });
}

async function suites(name: string, ...flags: readonly string[]): Promise<void> {
  const folder = join(scratch, name);
  const cli = join(root, 'harness', 'cli', 'countersign.mjs');
  const code = await execute(bin('node'), [cli, 'run', '--report-dir', folder, ...flags]);
  const report = await readJson<{ totals: { cases: { pass: number; fail: number; inconclusive: number } } }>(
    join(folder, 'results.json'),
  );
  const cases = report?.totals.cases ?? { pass: 0, fail: 0, inconclusive: 0 };
  const failed = cases.fail + cases.inconclusive;
  add(`Suites, ${name}`, { passed: cases.pass, failed: code === 0 ? failed : Math.max(1, failed) });
}

/** Every attack on the strict doubles, over HTTP: they must hold. */
async function refusals(): Promise<void> {
  const folder = join(scratch, 'refusals');
  const cli = join(root, 'harness', 'cli', 'countersign.mjs');
  const code = await execute(bin('node'), [cli, 'refusals', '--report-dir', folder]);
  const report = await readJson<{ refusals?: { results: { outcome: string }[] }[] }>(
    join(folder, 'results.json'),
  );
  const results = (report?.refusals ?? []).flatMap((target) => target.results);
  const failed = results.filter(({ outcome }) => outcome === 'fell' || outcome === 'inconclusive').length;
  add('Attacks on the doubles', {
    passed: results.length - failed,
    failed: code === 0 ? failed : Math.max(1, failed),
  });
}

/** @returns undefined when the step that should have written it broke down */
async function readJson<T>(file: string): Promise<T | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as T); // written by the tools that were just run
}

await hold('Format and lint', bin('biome'), 'check', '--error-on-warnings');
await hold('Types', bin('tsc'));
await hold('Generated files are fresh', bin('node'), join(root, 'docs', 'generate.ts'), '--check');
await unitTests();
await suites('embedded');
await refusals();
const engine = await prepareEngine({ mayInstall: process.env.CI === 'true' });
if (engine.ready) await suites('in containers', '--containers');
else console.log(`\n== Left out: the suites in containers. ${engine.why} ==\n`);
await engine.stop();
if (spawnSync('python3', ['--version']).status !== 0)
  console.log('\n== Left out: functions in Python. There is no python3 on this machine. ==\n');
await rm(scratch, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
