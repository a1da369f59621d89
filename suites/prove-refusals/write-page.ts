import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shortRelease, summarize } from './console.ts';
import type { PairVerdict } from './judge-pair.ts';
import { describeRelease } from './prove.ts';

const page = join(import.meta.dirname, '../../docs/refusals-proof.md');
const marks = { start: '<!-- table of the last run -->', end: '<!-- end of the table -->' };

/** Writes the run's table into the page, between its marks. */
export async function writePage(verdicts: readonly PairVerdict[], attacks: number): Promise<void> {
  await writeFile(page, fillPage(await readFile(page, 'utf8'), verdicts, attacks));
}

/** @throws Error when the page has lost its marks */
export function fillPage(text: string, verdicts: readonly PairVerdict[], attacks: number): string {
  const start = text.indexOf(marks.start);
  const end = text.indexOf(marks.end);
  if (start === -1 || end < start) throw new Error(`${page} has no place for the table.`);
  const middle = [...writeTable(verdicts, attacks), '', ...writeExplanations(verdicts)].join('\n');
  return `${text.slice(0, start + marks.start.length)}\n\n${middle}\n\n${text.slice(end)}`;
}

function writeTable(verdicts: readonly PairVerdict[], attacks: number): readonly string[] {
  const node = process.versions.node.split('.')[0];
  return [
    `${attacks} attacks, tried with Node ${node}. ${summarize(verdicts)}.`,
    '',
    '| library | flawed | fixed | advisory | the flawed release … | found by | also felled the flawed one alone | alarms on the fixed one |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...verdicts.map(writeRow),
  ];
}

function writeRow({ pair, caughtBy, onlyFlawed, alarms, notTried }: PairVerdict): string {
  const { library, flawed, fixed, advisories, flaw } = pair;
  const others = onlyFlawed.filter((id) => !caughtBy.includes(id));
  const open = alarms.filter(({ explanation }) => explanation === undefined);
  const found = notTried.length > 0 ? `not tried: ${notTried.join('; ')}` : listIds(caughtBy);
  return `| ${[
    `\`${library}\``,
    shortRelease(flawed, fixed),
    shortRelease(fixed, flawed),
    advisories.join(', '),
    flaw,
    found,
    listIds(others),
    `${open.length} unexplained${open.length === 0 ? '' : `: ${listIds(open.map(({ attack }) => attack))}`}, ${alarms.length - open.length} explained`,
  ]
    .map((cell) => cell.replaceAll('|', '\\|'))
    .join(' | ')} |`;
}

/** What fell fixed releases too, by release and reason. */
function writeExplanations(verdicts: readonly PairVerdict[]): readonly string[] {
  const byRelease = new Map(
    verdicts.map((verdict) => [describeRelease(verdict.pair.library, verdict.pair.fixed), verdict.alarms]),
  );
  return [...byRelease].flatMap(([name, alarms]) => {
    const byReason = Map.groupBy(
      alarms.filter(({ explanation }) => explanation !== undefined),
      ({ explanation }) =>
        `${explanation?.reason} (${explanation?.seenAt.map((place) => `\`${place}\``).join('; ')})`,
    );
    if (byReason.size === 0) return [];
    return [
      `### ${name}`,
      '',
      ...[...byReason].map(([reason, own]) => `- ${listIds(own.map(({ attack }) => attack))}: ${reason}`),
      '',
    ];
  });
}

function listIds(ids: readonly string[]): string {
  return ids.length === 0 ? '–' : ids.map((id) => `\`${id}\``).join(', ');
}
