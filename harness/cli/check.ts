import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { writeConsole } from '../../reports/console.ts';
import { writeJson } from '../../reports/json.ts';
import { describeEvidence } from '../../suites/support/describe-evidence.ts';
import { bundleFile } from '../capture/bundle.ts';
import { evidenceFromFile, type Surroundings } from '../capture/from-file.ts';
import { checks } from '../checks/index.ts';
import { judge } from '../judge/judge.ts';
import { resolveProfile } from '../judge/resolve-profile.ts';
import { totalReport } from '../judge/total.ts';
import { verdictOf } from '../judge/verdict.ts';
import { CountersignError } from '../model/error.ts';
import type { CaseReport } from '../model/report.ts';
import { profiles } from '../profiles/index.ts';
import { closestTo } from './closest.ts';
import { consoleStyle } from './console-style.ts';
import { exitCodeOf } from './exit-code.ts';
import { version } from './version.ts';

export interface CheckOptions {
  readonly profile: string;
  readonly idpMetadata?: string;
  readonly acs?: string;
  readonly spEntityId?: string;
  readonly requestId?: string;
  readonly now?: string;
  readonly json: boolean;
}

/** Judges saved files as a login would be judged, with no browser and no network. */
export async function check(files: readonly string[], options: CheckOptions): Promise<number> {
  const startedAt = new Date();
  const profile = toProfile(options.profile);
  const surroundings = await readSurroundings(options, startedAt);
  const cases: CaseReport[] = [];
  for (const file of files) cases.push(await judgeFile(file, surroundings, profile));
  const report = totalReport({
    version,
    startedAt: startedAt.toISOString(),
    finishedAt: new Date().toISOString(),
    cases,
    order: cases.map((one) => `${one.integration}/${one.case}`),
    notTested: notTested(cases),
  });
  process.stdout.write(options.json ? writeJson(report) : writeConsole(report, consoleStyle(process.stdout)));
  return exitCodeOf(report);
}

function toProfile(id: string) {
  const known = profiles.map((profile) => profile.id);
  if (known.includes(id)) return resolveProfile(id, profiles);
  const close = closestTo(id, known);
  throw new CountersignError(
    'usage',
    `There is no profile "${id}".`,
    close.length > 0 ? `Did you mean ${close.join(', ')}?` : `Choose one of ${known.join(', ')}.`,
  );
}

async function readSurroundings(options: CheckOptions, startedAt: Date): Promise<Surroundings> {
  const { idpMetadata, acs, spEntityId, requestId, now } = options;
  if (now !== undefined && Number.isNaN(Date.parse(now)))
    throw new CountersignError(
      'usage',
      `"${now}" is no moment in time.`,
      'Write --now as ISO 8601, for example 2026-11-21T08:00:00Z.',
    );
  return {
    ...(idpMetadata === undefined ? {} : { idpMetadata: await readInput(idpMetadata) }),
    ...(acs === undefined ? {} : { acsUrl: acs }),
    ...(spEntityId === undefined ? {} : { spEntityId }),
    ...(requestId === undefined ? {} : { requestId }),
    now: { instant: (now === undefined ? startedAt : new Date(now)).toISOString(), given: now !== undefined },
  };
}

async function judgeFile(
  file: string,
  surroundings: Surroundings,
  profile: ReturnType<typeof toProfile>,
): Promise<CaseReport> {
  const started = performance.now();
  const bytes = await readInput(file);
  const { kind, evidence } = evidenceFromFile(file, bytes, surroundings);
  const findings = judge(evidence, { checks, profile });
  const { verdict, summary } = verdictOf(evidence, findings, []);
  return {
    integration: evidence.integration ?? 'file',
    case: evidence.case ?? basename(file),
    title: `${{ bundle: 'Evidence bundle', metadata: 'Metadata', response: 'SAMLResponse' }[kind]} ${basename(file)}`,
    flow: evidence.flow,
    tests: 'idp',
    targets: evidence.targets,
    profile: { id: profile.id, version: profile.version },
    verdict,
    summary,
    expectedFailures: [],
    durationMs: Math.round(performance.now() - started),
    evidence: { folder: file, sha256: createHash('sha256').update(bytes).digest('hex') },
    ...(evidence.brokeOff === undefined ? {} : { brokeOff: evidence.brokeOff }),
    findings,
    ...describeEvidence(evidence, file),
  };
}

async function readInput(file: string): Promise<Uint8Array> {
  if (file === '-') return readStandardInput();
  const path = (await isFolder(file)) ? join(file, bundleFile) : file;
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new CountersignError(
      'file',
      `"${path}" cannot be read: ${error.code ?? error.message}.`,
      'Name a file with a SAMLResponse or metadata, or a folder with an evidence.json.',
    );
  });
}

async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function notTested(cases: readonly CaseReport[]): readonly string[] {
  const unseen = cases.flatMap(({ findings }) => findings.filter(({ outcome }) => outcome === 'not-seen'));
  return unseen.length === 0
    ? []
    : [`${unseen.length} checks had nothing to judge: a file holds no traffic, phone or portal.`];
}
