import type { Paint } from '../../reports/terminal.ts';
import { type Alarm, findAlarms, type PairVerdict } from './judge-pair.ts';
import { describeRelease, type ReleaseOutcome } from './prove.ts';
import type { Release } from './releases.ts';

/**
 * The table of all pairs, and below it what has to be looked at.
 * @param idle exceptions that explained nothing, as sentences
 */
export function writeConsole(
  verdicts: readonly PairVerdict[],
  idle: readonly string[],
  paint: Paint,
): string {
  const rows = verdicts.map(rowOf);
  const head = ['library', 'flawed', 'fixed', 'advisory', 'flaw found by', 'alarms on the fixed release'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const table = rows.map((row, index) => `${markOf(verdicts[index]?.proved === true, paint)} ${line(row)}`);
  return [
    paint(`  ${line(head)}`, 'bold'),
    ...table,
    ...verdicts.flatMap((verdict) => describeVerdict(verdict, paint)),
    '',
    ...idle,
    summarize(verdicts),
    '',
  ].join('\n');
}

/** How many pairs are proved, in one line. */
export function summarize(verdicts: readonly PairVerdict[]): string {
  const caught = verdicts.filter(({ caughtBy }) => caughtBy.length > 0).length;
  const alarms = verdicts.flatMap((verdict) => verdict.alarms);
  const unexplained = alarms.filter(({ explanation }) => explanation === undefined).length;
  return (
    `${caught} of ${verdicts.length} flawed releases were found out by an attack about their flaw; ` +
    `${unexplained} unexplained ${unexplained === 1 ? 'alarm' : 'alarms'} on fixed releases, ${alarms.length - unexplained} explained`
  );
}

/** What came of one release by name. */
export function writeRelease({ library, release, tried, unfounded }: ReleaseOutcome, paint: Paint): string {
  const name = paint(describeRelease(library.name, release), 'bold');
  if (typeof tried === 'string') return `${name}: not tried. ${tried}\n`;
  const alarms = findAlarms(tried);
  const held = tried.results.filter(({ outcome }) => outcome === 'held').length;
  const unfit = tried.results.filter(({ outcome }) => outcome === 'not-applicable').length;
  return [
    `${name}: ${tried.results.length} attacks, ${held} held, ${alarms.length} not held, ${unfit} not applicable`,
    ...alarms.flatMap((alarm) => describeAlarm(alarm, paint)),
    ...unfounded.map(({ reason }) => `  An exception is not borne out by the code: ${reason}`),
    '',
  ].join('\n');
}

function rowOf({ pair, caughtBy, alarms, notTried }: PairVerdict): readonly string[] {
  const { library, flawed, fixed, advisories } = pair;
  const explained = alarms.filter(({ explanation }) => explanation !== undefined).length;
  const [first, ...more] = caughtBy;
  const found =
    first === undefined ? 'none' : `${first}${more.length === 0 ? '' : ` and ${more.length} more`}`;
  const state = notTried.length > 0 ? 'not tried' : undefined;
  return [
    library,
    shortRelease(flawed, fixed),
    shortRelease(fixed, flawed),
    advisories.join(', '),
    state ?? found,
    state ?? `${alarms.length - explained}${explained === 0 ? '' : ` (${explained} explained)`}`,
  ];
}

/** The version, or what is pinned where the versions are the same. */
export function shortRelease({ version, overrides = {} }: Release, other: Release): string {
  if (version !== other.version) return version;
  const pins = Object.entries(overrides).filter(([name, pin]) => other.overrides?.[name] !== pin);
  return [version, ...pins.map(([name, pin]) => `${name} ${pin}`)].join(', ');
}

function describeVerdict(verdict: PairVerdict, paint: Paint): readonly string[] {
  const { pair, alarms, notTried, caughtBy, proved } = verdict;
  if (proved) return [];
  const open = alarms.filter(({ explanation }) => explanation === undefined);
  return [
    '',
    paint(`${pair.library} ${shortRelease(pair.flawed, pair.fixed)} (${pair.advisories.join(', ')})`, 'bold'),
    ...notTried.map((why) => `  not tried: ${why}`),
    ...(caughtBy.length > 0 || notTried.length > 0
      ? []
      : [`  No attack shows that the flawed release ${pair.flaw}.`, ...othersFound(verdict)]),
    ...open.flatMap((alarm) => describeAlarm(alarm, paint)),
  ];
}

function othersFound({ onlyFlawed }: PairVerdict): readonly string[] {
  return onlyFlawed.length === 0 ? [] : [`  Others felled it alone: ${onlyFlawed.join(', ')}`];
}

function describeAlarm({ attack, outcome, says, explanation }: Alarm, paint: Paint): readonly string[] {
  const mark = paint(outcome, explanation === undefined ? 'red' : 'dim');
  const why =
    explanation === undefined ? [] : [`      ${explanation.reason} (${explanation.seenAt.join('; ')})`];
  return [`  ${mark} ${attack}: ${says}`, ...why];
}

function markOf(isGood: boolean, paint: Paint): string {
  return isGood ? paint('✓', 'green') : paint('✗', 'red');
}
