import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { writeConsole } from '../../reports/console.ts';
import { integrations } from '../../suites/index.ts';
import { preflight } from '../../suites/preflight.ts';
import { loadConfig } from '../config/load-config.ts';
import { type RunSettings, runSettingsVariable } from '../config/run-settings.ts';
import type { Config } from '../config/schema.ts';
import { CountersignError } from '../model/error.ts';
import { askBrowser } from '../stack/ask-browser.ts';
import { clearContainers } from '../stack/clear-containers.ts';
import { prepareImage } from '../stack/container-image.ts';
import { browserSearchHere, findBrowser } from '../stack/find-browser.ts';
import { chooseCases, requireKnown } from './choose-cases.ts';
import { consoleStyle } from './console-style.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { type Interruption, watchForInterruption } from './interruption.ts';
import { keepPartialReport } from './partial-report.ts';
import { prepareReportFolder } from './report-folder.ts';
import { endProcessesOf, runVariable } from './run-processes.ts';
import {
  enterRun,
  leaveRun,
  type ReportingRun,
  type RunRecord,
  saveRun,
  startTimeOf,
} from './run-registry.ts';
import { type Starter, watchStarter } from './watch-starter.ts';
import { collectReport, writeReports } from './write-reports.ts';

export interface RunOptions {
  /** Folder of the configuration. */
  readonly root: string;
  readonly starter: Starter;
  /** Absolute, as is `reportDir`. */
  readonly config?: string;
  readonly integration: readonly string[];
  readonly case: readonly string[];
  readonly grep?: string;
  readonly headed: boolean;
  readonly workers?: number;
  readonly shard?: string;
  readonly containers: boolean;
  readonly reportDir?: string;
  readonly mutation?: string;
}

/** Folder of this product: its suites and doubles, wherever the user's configuration is. */
const product = join(import.meta.dirname, '..', '..');
const tell = (text: string) => process.stderr.write(`${text}\n`);

/** Loads the catalogue of mutations only when one was asked for: it is hundreds of files. */
async function requireMutation(id: string, chosen: readonly string[]): Promise<void> {
  const { mutations } = await import('../mutations/index.ts');
  const { isJudged } = await import('../mutations/kit/kill-matrix.ts');
  requireKnown('mutation', id, ['each', ...mutations.map((one) => one.id)]);
  const mutation = mutations.find((one) => one.id === id);
  const isSeenInALogin = mutation === undefined || (isJudged(mutation) && mutation.breaks.length > 0);
  if (isSeenInALogin) return requireLiveMutations(id, chosen);
  throw new CountersignError(
    'usage',
    `"${id}" is an attack: what a target makes of it counts, between two genuine logins.`,
    `Try "countersign refusals --attack ${id}".`,
  );
}

/** A suite that leaves the mutation alone would be green, and say nothing. */
function requireLiveMutations(id: string, chosen: readonly string[]): void {
  const able = integrations.filter(({ liveMutations }) => liveMutations).map((one) => one.id);
  if (chosen.some((one) => able.includes(one))) return;
  throw new CountersignError(
    'usage',
    `"${id}" cannot be switched on in the doubles of ${chosen.join(', ')}: only ${able.join(', ')} can do that.`,
    'Try "countersign selftest", which proves every mutation on what a login left.',
  );
}

/** Proves the configured rollout: runs its cases, then writes every report, also when it is interrupted. */
export async function run(options: RunOptions): Promise<ExitCode> {
  using interruption = watchForInterruption();
  using _ = watchStarter(options.starter, () =>
    interruption.interrupt('the process that started it is gone'),
  );
  const config = await loadConfig(options.root, options.config);
  if (options.mutation !== undefined) {
    const rolledOut = Object.keys(config.integrations);
    await requireMutation(options.mutation, options.integration.length > 0 ? options.integration : rolledOut);
  }
  const cases = chooseCases(
    // Each mutation is a journey of its own, with the mutation's name: the runner looks at those.
    options.mutation === 'each' ? { ...options, grep: '' } : options,
    integrations,
    Object.keys(config.integrations),
  );
  preflight(config.integrations, options.integration, options);
  // Found out here, the lack is one message; found out by the runner, one for every case.
  await askBrowser(await findBrowser(browserSearchHere(config.browser.path)));
  const home = options.config === undefined ? options.root : dirname(options.config);
  const reportFolder = resolve(home, options.reportDir ?? config.reportDir);
  const record = await enterRun({ containers: options.containers, reportFolder });
  process.env[runVariable] = record.id;
  const startedAt = new Date();
  try {
    await prepareReportFolder(reportFolder);
    const interrupted = await prove({ ...options, case: cases }, config, record, interruption, startedAt);
    const report = await collectReport(reportFolder, { startedAt, finishedAt: new Date(), interrupted });
    await writeReports(report, reportFolder);
    process.stdout.write(writeConsole(report, consoleStyle(process.stdout)));
    process.stdout.write(`\nReport: ${join(reportFolder, 'report.html')}\n`);
    return exitCodeOf(report);
  } finally {
    await endProcessesOf(record.id);
    if (options.containers) await clearContainers(record.id);
    await leaveRun(record);
  }
}

/** @returns why it ended early; undefined when all was done that was to be done */
async function prove(
  options: RunOptions,
  config: Config,
  record: ReportingRun,
  interruption: Interruption,
  startedAt: Date,
): Promise<string | undefined> {
  const { reportFolder, id, folder } = record;
  await using _ = await keepPartialReport(reportFolder, startedAt);
  const image = options.containers
    ? await prepareImage(product, config.containers.baseImage, {
        tell,
        folder,
        signal: interruption.signal,
      }).catch((error: unknown) => {
        if (!interruption.signal.aborted) throw error;
        return undefined; // the interrupt is what the report tells of
      })
    : undefined;
  const settings: RunSettings = {
    root: options.root,
    ...(options.config === undefined ? {} : { config: options.config }),
    runFolder: reportFolder,
    integrations: [...options.integration],
    cases: [...options.case],
    ...(image === undefined ? {} : { containers: { image, runId: id } }),
    headed: options.headed,
    ...(options.mutation === undefined ? {} : { mutation: options.mutation }),
  };
  return await runSuites(settings, runnerArguments(options), record, interruption);
}

/** @returns why the runner ended early; undefined when it ran to its end */
async function runSuites(
  settings: RunSettings,
  args: readonly string[],
  record: RunRecord,
  interruption: Interruption,
): Promise<string | undefined> {
  if (interruption.signal.aborted) return interruption.reason();
  const playwright = join(
    dirname(createRequire(import.meta.url).resolve('playwright/package.json')),
    'cli.js',
  );
  const runner = spawn(
    process.execPath,
    [
      '--import',
      join(import.meta.dirname, 'follow-parent.mjs'),
      playwright,
      'test',
      '--config',
      join(product, 'playwright.config.ts'),
      ...args,
    ],
    {
      cwd: product,
      env: {
        ...process.env,
        [runSettingsVariable]: JSON.stringify(settings),
        COUNTERSIGN_PARENT: String(process.pid),
        TMPDIR: record.folder,
        // The runner translates every source file; what has not changed since the last run is kept.
        PWTEST_CACHE_DIR: join(product, 'node_modules', '.cache', 'countersign', 'runner'),
      },
      // Results belong to stdout, and the runner has none: all that it says is progress.
      stdio: ['ignore', process.stderr, process.stderr],
    },
  );
  if (runner.pid !== undefined)
    await saveRun({
      ...record,
      runner: { pid: runner.pid, started: (await startTimeOf(runner.pid)) ?? '' },
    });
  return waitFor(runner, interruption);
}

function runnerArguments(options: RunOptions): readonly string[] {
  return [
    ...(options.grep === undefined || options.mutation !== 'each' ? [] : ['--grep', options.grep]),
    ...(options.workers === undefined ? [] : ['--workers', String(options.workers)]),
    ...(options.shard === undefined ? [] : ['--shard', options.shard]),
    '--pass-with-no-tests',
  ];
}

/** An interrupted runner ends within a second; one that was interrupted just as it began never does. */
const patienceMs = 5_000;

/** Waits for the runner's end. An interrupt is passed on once; a second, or too long without an end, kills it. */
async function waitFor(runner: ChildProcess, interruption: Interruption): Promise<string | undefined> {
  const ended = new Promise<number | null>((resolve, reject) => {
    runner.once('error', reject);
    runner.once('exit', resolve);
  });
  const stop = (count: number) => {
    runner.kill(count === 1 ? 'SIGINT' : 'SIGKILL');
    if (count === 1) setTimeout(() => runner.kill('SIGKILL'), patienceMs).unref();
  };
  if (interruption.signal.aborted) stop(1);
  interruption.listen(stop);
  const code = await ended;
  const reason = interruption.reason();
  if (reason !== undefined) return reason;
  return code === 0 || code === 1 ? undefined : `The runner ended with ${code ?? 'a signal'}.`;
}
