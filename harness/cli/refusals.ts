import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writeConsole } from '../../reports/console.ts';
import { writeJson } from '../../reports/json.ts';
import { makeIdpFolder } from '../../suites/refusals/idp-folder.ts';
import { configuredJob, doubleIds, doubleJob, idpJob, type RefusalJob } from '../../suites/refusals/jobs.ts';
import { configFileName, loadConfig } from '../config/load-config.ts';
import { readRefusals } from '../config/refusals-schema.ts';
import type { RefusalRun } from '../model/refusal.ts';
import { consoleStyle } from './console-style.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { watchForInterruption } from './interruption.ts';
import {
  chooseAttacks,
  chooseTargets,
  flagTargetId,
  type RefusalsOptions,
  targetFromFlags,
} from './refusals-options.ts';
import { createRefusalProgress } from './refusals-progress.ts';
import { reportRefusals } from './refusals-report.ts';
import { prepareReportFolder } from './report-folder.ts';
import { writeReports } from './write-reports.ts';

/** Tries attacks on service and identity providers, between genuine logins, and reports what held and what fell. */
export async function refusals(options: RefusalsOptions): Promise<ExitCode> {
  if (options.makeIdp !== undefined) return makeIdp(options.makeIdp);
  using interruption = watchForInterruption();
  const { signal } = interruption;
  const startedAt = new Date();
  const config = await loadOptionalConfig(options);
  const jobs = chooseJobs(options, config);
  // Loaded only now: it is hundreds of files.
  const { mutations } = await import('../mutations/index.ts');
  const attacks = chooseAttacks(options, mutations);
  const folder = options.reportDir ?? join(config.folder, `${config.reportDir}-refusals`);
  await prepareReportFolder(folder);
  const progress = createRefusalProgress(process.stderr, process.env);
  const runs: RefusalRun[] = [];
  for (const job of jobs) {
    if (signal.aborted) break;
    const own = attacks.filter((one) => one.attack?.against === job.against);
    if (own.length === 0) continue;
    progress.begin(job.title, own.length);
    runs.push(await job.run({ attacks: own, onResult: progress.tell, signal, browser: options.browser }));
    progress.end();
  }
  const report = reportRefusals(runs, {
    startedAt,
    finishedAt: new Date(),
    interrupted: interruption.reason(),
  });
  await writeReports(report, folder);
  process.stdout.write(options.json ? writeJson(report) : writeConsole(report, consoleStyle(process.stdout)));
  process.stderr.write(`\nReport: ${join(folder, 'report.html')}\n`);
  return exitCodeOf(report);
}

interface LoadedConfig {
  readonly refusals: ReturnType<typeof readRefusals>;
  readonly reportDir: string;
  /** File that was loaded; absent when there is none. */
  readonly file?: string;
  readonly folder: string;
}

/** Our doubles need no configuration; one that was named must be there. */
async function loadOptionalConfig({ root, config }: RefusalsOptions): Promise<LoadedConfig> {
  const file = config ?? join(root, configFileName);
  if (config === undefined && !existsSync(file)) return { refusals: {}, reportDir: 'report', folder: root };
  const { refusals: targets, reportDir } = await loadConfig(root, config);
  return { refusals: targets, reportDir, file, folder: dirname(file) };
}

function chooseJobs(options: RefusalsOptions, config: LoadedConfig): readonly RefusalJob[] {
  const byHand = readRefusals(targetFromFlags(options));
  const given = byHand[flagTargetId];
  if (given !== undefined) {
    chooseTargets(options, [], doubleIds);
    return [configuredJob(flagTargetId, given, { file: undefined, folder: process.cwd() })];
  }
  return chooseTargets(options, Object.keys(config.refusals), doubleIds).flatMap((id) => {
    const configured = config.refusals[id];
    return configured === undefined
      ? (doubleJob(id) ?? idpJob(id) ?? [])
      : configuredJob(id, configured, { file: config.file, folder: config.folder });
  });
}

async function makeIdp(folder: string): Promise<ExitCode> {
  const metadata = await makeIdpFolder(resolve(folder), Date.now());
  process.stdout.write(
    `A test identity provider is in ${folder}. Import ${metadata} at the target, and name the folder as "idp" of the target.\n` +
      'Whoever has the keys in this folder can log in there as anybody: take the trust back when the tests are over.\n',
  );
  return 0;
}
