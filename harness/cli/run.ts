import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { writeConsole } from '../../reports/console.ts';
import { integrations } from '../../suites/index.ts';
import { loadConfig } from '../config/load-config.ts';
import { type RunSettings, runSettingsVariable } from '../config/run-settings.ts';
import { CountersignError } from '../model/error.ts';
import { mutations } from '../mutations/index.ts';
import { clearContainers } from '../stack/clear-containers.ts';
import { prepareImage } from '../stack/container-image.ts';
import { closestTo } from './closest.ts';
import { consoleStyle } from './console-style.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { prepareReportFolder } from './report-folder.ts';
import { enterRun, leaveRun, type RunRecord, saveRun, startTimeOf, sweepRuns } from './run-registry.ts';
import { watchStarter } from './watch-starter.ts';
import { collectReport, writeReports } from './write-reports.ts';

export interface RunOptions {
  readonly root: string;
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

/** Proves the configured rollout: runs its cases, then writes every report, also when it is interrupted. */
export async function run(options: RunOptions): Promise<ExitCode> {
  for (const id of await sweepRuns()) await clearContainers(id);
  const config = await loadConfig(options.root, options.config);
  checkNames(options);
  const reportFolder = resolve(options.root, options.reportDir ?? config.reportDir);
  await prepareReportFolder(reportFolder);
  const record = await enterRun();
  const startedAt = new Date();
  try {
    const image = options.containers
      ? await prepareImage(product, config.containers.baseImage, tell)
      : undefined;
    const interrupted = await runSuites(options, reportFolder, record, image);
    const report = await collectReport(reportFolder, { startedAt, finishedAt: new Date(), interrupted });
    await writeReports(report, reportFolder);
    process.stdout.write(writeConsole(report, consoleStyle(process.stdout)));
    process.stdout.write(`\nReport: ${join(reportFolder, 'report.html')}\n`);
    return exitCodeOf(report);
  } finally {
    if (options.containers) await clearContainers(record.id);
    await leaveRun(record);
  }
}

/** A mistyped name must not run everything, or nothing. */
function checkNames({ integration, case: cases, mutation }: RunOptions): void {
  const known = {
    integration: integrations.map(({ id }) => id),
    case: integrations.flatMap((one) => one.cases.map(({ id }) => id)),
    mutation: mutations.map(({ id }) => id),
  };
  const given = { integration, case: cases, mutation: mutation === undefined ? [] : [mutation] };
  for (const kind of ['integration', 'case', 'mutation'] as const)
    for (const id of given[kind])
      if (!known[kind].includes(id))
        throw new CountersignError(
          'usage',
          `There is no ${kind} "${id}".`,
          suggestion(id, known[kind]) ?? `See "countersign list ${kind}s".`,
        );
}

function suggestion(id: string, known: readonly string[]): string | undefined {
  const close = closestTo(id, known);
  return close.length === 0 ? undefined : `Did you mean ${close.join(', ')}?`;
}

/** @returns why the runner ended early; undefined when it ran to its end */
async function runSuites(
  options: RunOptions,
  reportFolder: string,
  record: RunRecord,
  image: string | undefined,
): Promise<string | undefined> {
  const settings: RunSettings = {
    root: options.root,
    ...(options.config === undefined ? {} : { config: resolve(options.root, options.config) }),
    runFolder: reportFolder,
    integrations: [...options.integration],
    cases: [...options.case],
    ...(image === undefined ? {} : { containers: { image, runId: record.id } }),
    headed: options.headed,
    ...(options.mutation === undefined ? {} : { mutation: options.mutation }),
  };
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
      ...runnerArguments(options),
    ],
    {
      cwd: product,
      env: {
        ...process.env,
        [runSettingsVariable]: JSON.stringify(settings),
        COUNTERSIGN_PARENT: String(process.pid),
        TMPDIR: record.folder,
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
  return waitFor(runner);
}

function runnerArguments(options: RunOptions): readonly string[] {
  return [
    ...(options.grep === undefined ? [] : ['--grep', options.grep]),
    ...(options.workers === undefined ? [] : ['--workers', String(options.workers)]),
    ...(options.shard === undefined ? [] : ['--shard', options.shard]),
    '--pass-with-no-tests',
  ];
}

/** Waits for the runner's end. An interrupt is passed on once; a second, or ten seconds without an end, kills it. */
async function waitFor(runner: ChildProcess): Promise<string | undefined> {
  let interrupted: string | undefined;
  const stop = (signal: string) => {
    if (interrupted !== undefined) {
      runner.kill('SIGKILL');
      return;
    }
    interrupted = `The run was interrupted (${signal}).`;
    runner.kill('SIGINT');
    setTimeout(() => runner.kill('SIGKILL'), 10_000).unref();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const unwatch = watchStarter(() => stop('the process that started it is gone'));
  const code = await new Promise<number | null>((resolve, reject) => {
    runner.once('error', reject);
    runner.once('exit', resolve);
  });
  unwatch();
  process.off('SIGINT', stop);
  process.off('SIGTERM', stop);
  if (interrupted !== undefined) return interrupted;
  return code === 0 || code === 1 ? undefined : `The runner ended with ${code ?? 'a signal'}.`;
}
