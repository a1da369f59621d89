import type { Difference, Failure } from './difference.ts';
import { prose } from './markdown-text.ts';
import { count, visibleLine } from './text.ts';

interface Group {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The headline of a comparison: what it means for the one who has to decide. */
export function headlineOfDifference(difference: Difference): string {
  const { fresh, fixed, remaining, changed, unknown, gone } = difference;
  const still = remaining.length + changed.length;
  const parts = [
    fresh.length === 0 ? 'Nothing fails that did not fail before' : `${count(fresh.length, 'new failure')}`,
    ...(fixed.length === 0 ? [] : [`${fixed.length} fixed`]),
    ...(still === 0 ? [] : [`${still} still failing`]),
    ...(unknown.length === 0 ? [] : [`${unknown.length} not judged again`]),
    ...(gone.length === 0 ? [] : [`${count(gone.length, 'case')} no longer run`]),
  ];
  return `${parts.join(', ')}.`;
}

/** For the terminal: what is new first. */
export function writeDifference(difference: Difference): string {
  const blocks = groupsOf(difference).map(({ title, lines }) =>
    [title, ...lines.map((line) => `  ${line}`)].join('\n'),
  );
  return `${[headlineOfDifference(difference), ...blocks].join('\n\n')}\n`;
}

/** For a pull request or a job's summary: long lists are folded. */
export function writeDifferenceMarkdown(difference: Difference): string {
  const blocks = groupsOf(difference).map(({ title, lines }) => {
    const list = lines.map((line) => `- ${prose(line)}`).join('\n');
    return title.startsWith('New failures')
      ? `**${title}**\n\n${list}`
      : `<details><summary>${title}</summary>\n\n${list}\n\n</details>`;
  });
  return `${[`### countersign: ${headlineOfDifference(difference)}`, ...blocks].join('\n\n')}\n`;
}

function groupsOf(difference: Difference): readonly Group[] {
  const { fresh, fixed, changed, remaining, unknown, gone, added } = difference;
  const groups: readonly Group[] = [
    { title: 'New failures', lines: fresh.map(describe) },
    {
      title: 'Failing for another reason',
      lines: changed.map(({ before, after }) => `${describe(after)} Before: ${visibleLine(before.message)}`),
    },
    { title: 'Not judged again', lines: unknown.map(describe) },
    { title: 'Cases that no longer run', lines: gone.map(visibleLine) },
    { title: 'Fixed', lines: fixed.map(describe) },
    { title: 'Still failing', lines: remaining.map(describe) },
    { title: 'New cases', lines: added.map(visibleLine) },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

function describe({ where, what, message }: Failure): string {
  return visibleLine(`${where}: ${what}. ${message}`);
}
