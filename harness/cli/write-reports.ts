import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writers } from '../../reports/index.ts';
import { totalReport } from '../judge/total.ts';
import type { CaseReport, Report } from '../model/report.ts';
import { version } from './version.ts';

/** Folder of one case below the report folder. */
export const casesFolder = 'evidence';
/** The case's own report beside its evidence. */
export const caseFile = 'case.json';
/** Cases that the runner set out to run, as `integration/case`. */
export const planFile = 'planned.json';

interface Course {
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** Why the run ended early. */
  readonly interrupted?: string | undefined;
}

/** Reads what the cases left, and puts it together. */
export async function collectReport(folder: string, course: Course): Promise<Report> {
  const planned = await readPlan(folder);
  const cases = await readCases(join(folder, casesFolder));
  const done = new Set(cases.map((one) => `${one.integration}/${one.case}`));
  const undone = planned.filter((key) => !done.has(key));
  return totalReport({
    version,
    startedAt: course.startedAt.toISOString(),
    finishedAt: course.finishedAt.toISOString(),
    cases,
    order: planned,
    notTested: describeUntested(cases),
    ...incompleteness(undone, planned.length, course.interrupted),
  });
}

function incompleteness(undone: readonly string[], planned: number, interrupted: string | undefined) {
  if (undone.length === 0 && interrupted === undefined) return {};
  const missing = undone.length === 0 ? '' : ` ${undone.length} of ${planned} cases have no result.`;
  return { incomplete: `${interrupted ?? 'The run did not finish.'}${missing}` };
}

/** What a reader could take for proved, and is not. */
function describeUntested(cases: readonly CaseReport[]): readonly string[] {
  const doubles = new Map(
    cases
      .flatMap(({ targets }) => targets.filter(({ mode }) => mode === 'double'))
      .map((t) => [t.product, t]),
  );
  const parties = [...doubles.values()].map(
    ({ product, role }) => `No real ${product} was tested as ${role}: a double stood in for it.`,
  );
  const seen = new Map<string, boolean>();
  for (const { findings } of cases)
    for (const { check, outcome } of findings)
      seen.set(check, (seen.get(check) ?? false) || outcome === 'pass' || outcome === 'fail');
  const unseen = [...seen].filter(([, judged]) => !judged).map(([check]) => check);
  return [...parties, ...describeUnseen(unseen.sort())];
}

const namedUnseen = 5;

/** One sentence, however many they are: each case lists its own. */
function describeUnseen(checks: readonly string[]): readonly string[] {
  if (checks.length === 0) return [];
  const named = checks.slice(0, namedUnseen);
  const more = checks.length - named.length;
  const amount = checks.length === 1 ? 'One check' : `${checks.length} checks`;
  const names = more === 0 ? named.join(', ') : `${named.join(', ')} and ${more} more`;
  return [`${amount} had nothing to judge in any case: ${names}.`];
}

async function readPlan(folder: string): Promise<readonly string[]> {
  return (await readJson<string[]>(join(folder, planFile))) ?? [];
}

async function readCases(folder: string): Promise<readonly CaseReport[]> {
  const files = await caseFiles(folder);
  const cases = await Promise.all(files.map((file) => readJson<CaseReport>(file)));
  return cases.filter((one) => one !== undefined);
}

/** @returns undefined when the runner was killed before it had written the file, or while it did */
async function readJson<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T; // written by the runner's own processes
  } catch {
    return undefined;
  }
}

async function caseFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  return entries
    .filter((name) => basename(name) === caseFile)
    .sort()
    .map((name) => join(folder, name));
}

/** How many cases have ended so far in a report folder. */
export async function countCases(folder: string): Promise<number> {
  return (await caseFiles(join(folder, casesFolder))).length;
}

/** Writes every form of the report below `folder`. */
export async function writeReports(report: Report, folder: string): Promise<void> {
  const loadImage = (file: string) => {
    const path = join(folder, file);
    return existsSync(path) ? `data:image/png;base64,${readFileSync(path).toString('base64')}` : undefined;
  };
  for (const { file, write } of writers) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    // In one step: whoever ends this process leaves the report before it, never half of one.
    await writeFile(`${path}.part`, write(report, { loadImage }));
    await rename(`${path}.part`, path);
  }
}
