import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writeConsole } from '../../reports/console.ts';
import { writeJson } from '../../reports/json.ts';
import { makeIdpFolder } from '../../suites/refusals/idp-folder.ts';
import {
  configuredIdpJob,
  configuredJob,
  doubleIds,
  doubleJob,
  idpJob,
  type RefusalJob,
} from '../../suites/refusals/jobs.ts';
import type { IdpRefusalTargetConfig } from '../config/idp-refusals-schema.ts';
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
  readonly idpRefusals: Readonly<Record<string, IdpRefusalTargetConfig>>;
  readonly reportDir: string;
  /** File that was loaded; absent when there is none. */
  readonly file?: string;
  readonly folder: string;
}

/** Our doubles need no configuration; one that was named must be there. */
async function loadOptionalConfig({ root, config }: RefusalsOptions): Promise<LoadedConfig> {
  const file = config ?? join(root, configFileName);
  if (config === undefined && !existsSync(file))
    return { refusals: {}, idpRefusals: {}, reportDir: 'report', folder: root };
  const { refusals: targets, idpRefusals, reportDir } = await loadConfig(root, config);
  return { refusals: targets, idpRefusals, reportDir, file, folder: dirname(file) };
}

function chooseJobs(options: RefusalsOptions, config: LoadedConfig): readonly RefusalJob[] {
  const byHand = readRefusals(targetFromFlags(options));
  const given = byHand[flagTargetId];
  if (given !== undefined) {
    chooseTargets(options, [], doubleIds);
    return [configuredJob(flagTargetId, given, { file: undefined, folder: process.cwd() })];
  }
  const place = { file: config.file, folder: config.folder };
  const configured = [...Object.keys(config.refusals), ...Object.keys(config.idpRefusals)];
  return chooseTargets(options, configured, doubleIds).flatMap((id) => {
    const sp = config.refusals[id];
    if (sp !== undefined) return configuredJob(id, sp, place);
    const idp = config.idpRefusals[id];
    return idp === undefined ? (doubleJob(id) ?? idpJob(id) ?? []) : configuredIdpJob(id, idp, place);
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
