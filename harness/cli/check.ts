import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeConsole } from '../../reports/console.ts';
import { writeJson } from '../../reports/json.ts';
import { integrations } from '../../suites/index.ts';
import { describeEvidence } from '../../suites/support/describe-evidence.ts';
import { closestTo } from '../aws/closest.ts';
import { evidenceFromFile, type FileKind } from '../capture/from-file.ts';
import type { Surroundings } from '../capture/surroundings.ts';
import { checks } from '../checks/index.ts';
import { configFileName, loadConfig } from '../config/load-config.ts';
import type { Config } from '../config/schema.ts';
import { judge } from '../judge/judge.ts';
import { resolveProfile } from '../judge/resolve-profile.ts';
import { totalReport } from '../judge/total.ts';
import { verdictOf } from '../judge/verdict.ts';
import { CountersignError } from '../model/error.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Case } from '../model/integration.ts';
import type { CaseReport } from '../model/report.ts';
import { profiles } from '../profiles/index.ts';
import { consoleStyle } from './console-style.ts';
import { exitCodeOf } from './exit-code.ts';
import { readInput } from './read-input.ts';
import { version } from './version.ts';

export interface CheckOptions {
  readonly profile: string;
  readonly idpMetadata?: string;
  readonly acs?: string;
  readonly spEntityId?: string;
  readonly requestId?: string;
  readonly now?: string;
  /** Which login of an HTTP archive, counted from 1; all of them when it is left out. */
  readonly login?: number;
  readonly json: boolean;
  /** Folder that may hold the user's configuration, and the configuration that was named. */
  readonly root: string;
  readonly config?: string;
}

/** Judges saved files as a login would be judged, with no browser and no network. */
export async function check(files: readonly string[], options: CheckOptions): Promise<number> {
  const startedAt = new Date();
  const profile = toProfile(options.profile);
  const surroundings = await readSurroundings(options, startedAt);
  const waivers = await waiversFrom(options);
  const judged: JudgedFile[] = [];
  for (const file of files)
    judged.push(...(await judgeFile(file, surroundings, { profile, waivers, login: options.login })));
  const cases = judged.map(({ report }) => report);
  const report = totalReport({
    version,
    startedAt: startedAt.toISOString(),
    finishedAt: new Date().toISOString(),
    cases,
    order: cases.map((one) => `${one.integration}/${one.case}`),
    notTested: notTested(judged, options),
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
  if (now !== undefined && !isInstant(now))
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

/** A day, or a time with its zone: one without would be another moment on another machine. */
function isInstant(text: string): boolean {
  const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;
  return form.test(text) && !Number.isNaN(Date.parse(text));
}

interface JudgedFile {
  readonly kind: FileKind;
  readonly report: CaseReport;
}

interface Manner {
  readonly profile: ReturnType<typeof toProfile>;
  readonly waivers: Config['waivers'];
  readonly login: number | undefined;
}

/** What the configuration accepts for a while; without a configuration, nothing. */
async function waiversFrom({ root, config }: CheckOptions): Promise<Config['waivers']> {
  if (config === undefined && !existsSync(join(root, configFileName))) return [];
  return (await loadConfig(root, config)).waivers;
}

async function judgeFile(
  file: string,
  surroundings: Surroundings,
  manner: Manner,
): Promise<readonly JudgedFile[]> {
  const bytes = await readInput(file);
  const { kind, logins } = evidenceFromFile(file, bytes, surroundings);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const chosen = chooseLogin(file, kind, logins.length, manner.login);
  return logins.flatMap((evidence, index) => {
    if (chosen !== undefined && chosen !== index + 1) return [];
    const name = `${basename(file)}${logins.length > 1 ? `, login ${index + 1} of ${logins.length}` : ''}`;
    return [{ kind, report: judgeLogin(evidence, { kind, name, folder: file, sha256 }, manner) }];
  });
}

function chooseLogin(
  file: string,
  kind: FileKind,
  count: number,
  wanted: number | undefined,
): number | undefined {
  if (wanted === undefined || wanted <= count) return wanted;
  throw new CountersignError(
    'usage',
    `"${file}" ${kind === 'har' ? `holds ${count === 1 ? 'one login' : `${count} logins`}` : 'is no HTTP archive, and holds one login at most'}: there is no login ${wanted}.`,
    'Leave --login out to judge every login, or name a lower number.',
  );
}

interface Origin {
  readonly kind: FileKind;
  readonly name: string;
  readonly folder: string;
  readonly sha256: string;
}

function judgeLogin(
  evidence: Evidence,
  { kind, name, folder, sha256 }: Origin,
  { profile, waivers }: Manner,
): CaseReport {
  const started = performance.now();
  const own = waivers.filter(
    ({ integration = evidence.integration }) => integration === evidence.integration,
  );
  const findings = judge(evidence, { checks, profile, waivers: own });
  // Judged again, a case of a run is to fail what it was to fail then.
  const known = knownCase(evidence);
  const { verdict, summary } = verdictOf(evidence, findings, known?.expectedFailures ?? []);
  return {
    integration: evidence.integration ?? 'file',
    case: evidence.case ?? name,
    title: known?.title ?? `${titles[kind]} ${name}`,
    flow: evidence.flow,
    tests: known?.tests ?? 'idp',
    targets: evidence.targets,
    profile: { id: profile.id, version: profile.version },
    verdict,
    summary,
    expectedFailures: known?.expectedFailures ?? [],
    durationMs: Math.round(performance.now() - started),
    evidence: { folder, sha256 },
    ...(evidence.brokeOff === undefined ? {} : { brokeOff: evidence.brokeOff }),
    findings,
    ...describeEvidence(evidence, folder),
  };
}

const titles: Readonly<Record<FileKind, string>> = {
  bundle: 'Evidence bundle',
  har: 'HTTP archive',
  metadata: 'Metadata',
  response: 'SAMLResponse',
};

function knownCase({ integration, case: id }: Evidence): Case | undefined {
  return integrations.find((one) => one.id === integration)?.cases.find((one) => one.id === id);
}

function notTested(judged: readonly JudgedFile[], options: CheckOptions): readonly string[] {
  const hasResponse = judged.some(({ kind }) => kind === 'response' || kind === 'har');
  const lacking = hasResponse ? hints.filter(([key]) => options[key] === undefined) : [];
  const unseen = judged.flatMap(({ report }) =>
    report.findings.filter(({ outcome }) => outcome === 'not-seen'),
  );
  return [
    ...lacking.map(([, hint]) => hint),
    ...(unseen.length === 0
      ? []
      : [`${unseen.length} checks had nothing to judge: a file does not hold all that a login shows.`]),
  ];
}

/** What nobody can tell from a SAMLResponse alone. */
const hints: readonly (readonly [keyof CheckOptions, string])[] = [
  ['idpMetadata', 'Whether the identity provider signed it: name its metadata with --idp-metadata.'],
  ['acs', 'Whether it was sent to the right address: name that with --acs.'],
  ['spEntityId', 'Whether it is for this service provider: name its entity ID with --sp-entity-id.'],
  ['requestId', 'Whether it answers the request that was made: name that one with --request-id.'],
];
