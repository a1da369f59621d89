/**
 * Proves the attacks on software that really fell: `npm run prove:refusals`. Exit code 0 when every flawed release is
 * found out and no alarm on a fixed one is unexplained, 1 when not, 2 for a mistake in the options, 3 when interrupted.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consoleStyle } from '../../harness/cli/console-style.ts';
import { exitCodeOfError } from '../../harness/cli/exit-code.ts';
import { watchForInterruption } from '../../harness/cli/interruption.ts';
import { runVariable } from '../../harness/cli/run-processes.ts';
import { enterRun, leaveRun, sweepRuns } from '../../harness/cli/run-registry.ts';
import { findStarter, watchStarter } from '../../harness/cli/watch-starter.ts';
import { CountersignError } from '../../harness/model/error.ts';
import { mutations } from '../../harness/mutations/index.ts';
import { createSigningKey } from '../../mocks/core/keys.ts';
import { painter } from '../../reports/terminal.ts';
import { makeRefusalKeys } from '../refusals/keys.ts';
import { writeConsole, writeRelease } from './console.ts';
import { exceptions } from './exceptions.ts';
import { findIdle } from './find-idle.ts';
import { findAlarms } from './judge-pair.ts';
import { libraries } from './libraries.ts';
import { type Options, readOptions, usage } from './options.ts';
import { type Proof, provePairs, proveRelease } from './prove.ts';
import { pairs } from './releases.ts';
import { selectAttacks } from './select-attacks.ts';
import { writePage } from './write-page.ts';

const starter = findStarter();
try {
  const options = readOptions(process.argv.slice(2), libraries);
  if (options === 'help') process.stdout.write(usage);
  else process.exitCode = await main(options);
} catch (error) {
  if (!(error instanceof CountersignError)) throw error;
  process.stderr.write(`${error.message}\nNext: ${error.next}\n`);
  process.exitCode = exitCodeOfError(error);
}

async function main(options: Options): Promise<number> {
  const attacks = selectAttacks(mutations, options.attacks);
  await sweepRuns();
  using interruption = watchForInterruption();
  using _watch = watchStarter(starter, () => interruption.interrupt('its starter is gone'));
  const record = await enterRun({ containers: false });
  // Whatever is started carries the run's id, so that the next command finds it should this process be killed.
  process.env[runVariable] = record.id;
  try {
    const folder = options.keep ? await mkdtemp(join(tmpdir(), 'countersign-refusals-')) : record.folder;
    const code = await prove(options, {
      attacks,
      folder,
      keep: options.keep,
      keys: await makeRefusalKeys(Date.now()),
      sp: await makeOwnKey(Date.now()),
      signal: interruption.signal,
      progress: (line) => process.stderr.write(`${line}\n`),
    });
    if (options.keep) process.stderr.write(`The releases are left in ${folder}\n`);
    const reason = interruption.reason();
    if (reason !== undefined) process.stderr.write(`${reason}\n`);
    return reason === undefined ? code : 3;
  } finally {
    await leaveRun(record);
  }
}

async function prove(options: Options, proof: Proof): Promise<number> {
  const { paint } = painterOf(process.stdout);
  if (options.only !== undefined) {
    const outcome = await proveRelease(proof, options.only.library, options.only.release);
    const text = options.json ? asJson(outcome) : writeRelease(outcome, paint);
    process.stdout.write(text);
    if (typeof outcome.tried === 'string') return 1;
    return findAlarms(outcome.tried).some(({ explanation }) => explanation === undefined) ? 1 : 0;
  }
  const verdicts = await provePairs(proof, pairs);
  const idle = options.attacks.length > 0 ? [] : findIdle(exceptions, verdicts);
  process.stdout.write(options.json ? asJson({ verdicts, idle }) : writeConsole(verdicts, idle, paint));
  if (options.writeDocs && !proof.signal.aborted) await writePage(verdicts, proof.attacks.length);
  return verdicts.length === pairs.length && verdicts.every(({ proved }) => proved) ? 0 : 1;
}

function painterOf(stream: NodeJS.WriteStream) {
  const { colour } = consoleStyle(stream);
  return { paint: painter(colour) };
}

/** Maps become plain objects. */
function asJson(value: unknown): string {
  const plain = (_key: string, each: unknown) => (each instanceof Map ? Object.fromEntries(each) : each);
  return `${JSON.stringify(value, plain, 2)}\n`;
}

function makeOwnKey(now: number) {
  const dayMs = 86_400_000;
  return createSigningKey({
    commonName: 'Service provider of the proof',
    notBefore: new Date(now - dayMs),
    notAfter: new Date(now + 365 * dayMs),
  });
}
