import type { Report } from '../harness/model/report.ts';
import { writeRefusals } from './console-refusals.ts';
import { writeHeadline } from './headline.ts';
import { casesOf, type Problem, whereLine } from './problems.ts';
import { describeSource } from './spec-links.ts';
import { type Hue, type Page, type Paint, type Piece, painter, plain, wrap, wrapPieces } from './terminal.ts';
import { count, showDuration, visibleLine } from './text.ts';
import {
  countVerdicts,
  type Scope,
  scopes,
  scopeTitles,
  type Triage,
  type TriagedCase,
  triage,
} from './triage.ts';

export interface ConsoleOptions {
  /** Whether the terminal shows colours. Without it the text has no escape sequence at all. */
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

const hues: Readonly<Record<Report['verdict'], Hue>> = { pass: 'green', fail: 'red', inconclusive: 'yellow' };
const marks: Readonly<Record<Report['verdict'], string>> = { pass: '✓', fail: '✗', inconclusive: '?' };
const shownCases = 6;

/** A summary for the terminal: the verdict, what to mend and where, and what was not tested. */
export function writeConsole(report: Report, options: ConsoleOptions): string {
  const triaged = triage(report);
  const page = { paint: painter(options.colour), width: Math.max(options.width, 40) };
  const blocks = [
    writeVerdict(triaged, page),
    ...scopes.flatMap((scope) => writeScope(triaged, scope, page)),
    ...writeProblems(triaged.problems, page),
    ...writeDoubtful(triaged, page),
    ...writeRefusals(report, page),
    ...writeList('Not tested', report.notTested, page),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function writeVerdict(triaged: Triage, { paint, width }: Page): readonly string[] {
  const { tool, startedAt, finishedAt } = triaged.report;
  const { verdict, word, sentences } = writeHeadline(triaged);
  const took = showDuration(Date.parse(finishedAt) - Date.parse(startedAt));
  return [
    ...wrapPieces(
      [
        piece(`${marks[verdict]} ${word.toUpperCase()}`, paint, hues[verdict], 'bold'),
        piece(`countersign ${tool.version} · ${took}`, paint, 'dim'),
      ],
      width,
      '',
    ),
    ...wrap(visibleLine(sentences.join(' ')), width, '  '),
  ];
}

function writeScope({ cases }: Triage, scope: Scope, { paint, width }: Page): readonly (readonly string[])[] {
  const here = cases.filter((one) => one.scope === scope);
  if (here.length === 0) return [];
  const rows = [...Map.groupBy(here, ({ report }) => report.integration)].flatMap(
    ([integration, members]) => {
      const { pass, fail, inconclusive } = countVerdicts(members);
      const counts = [
        { amount: pass, word: 'passed', hue: hues.pass },
        { amount: fail, word: 'failed', hue: hues.fail },
        { amount: inconclusive, word: 'inconclusive', hue: hues.inconclusive },
      ].filter(({ amount }) => amount > 0);
      const pieces = counts.map(({ amount, word, hue }, index) =>
        piece(`${amount} ${word}${index < counts.length - 1 ? ',' : ''}`, paint, hue),
      );
      return wrapPieces([{ text: `${visibleLine(integration)}:`, paint: plain }, ...pieces], width, '  ');
    },
  );
  return [[...wrap(`${scopeTitles[scope].title}. ${scopeTitles[scope].about}`, width, ''), ...rows]];
}

function writeProblems(problems: readonly Problem[], page: Page): readonly (readonly string[])[] {
  const { paint } = page;
  const grave = problems.filter(({ severity }) => severity !== 'info');
  if (grave.length === 0) return [];
  return [
    [paint(count(grave.length, 'thing to mend', 'things to mend'), 'bold')],
    ...grave.map((one) => writeProblem(one, page)),
  ];
}

function writeProblem(problem: Problem, { paint, width }: Page): readonly string[] {
  const { check, severity, title, fix, refs, occurrences, scope } = problem;
  const hue: Hue = severity === 'error' ? 'red' : 'yellow';
  const first = occurrences[0]?.finding.finding;
  const row = (name: string, text: string | undefined) =>
    text === undefined ? [] : wrap(visibleLine(text), width, `  ${name.padEnd(9)} `, paint);
  const source = refs[0] === undefined ? undefined : describeSource(refs[0]);
  const cases = casesOf(problem);
  const shown = cases.slice(0, shownCases).map((one) => caseName(one.in));
  const more = cases.length - shown.length;
  return [
    ...wrapPieces(
      [
        piece(severity, paint, hue, 'bold'),
        piece(check, paint, 'bold'),
        piece(`(${scopeTitles[scope].title.toLowerCase()})`, paint, 'dim'),
      ],
      width,
      '',
    ),
    ...wrap(visibleLine(title), width, '  '),
    ...row('says', first?.message),
    ...row('expected', first?.expected),
    ...row('observed', first?.observed),
    ...row('where', first?.where === undefined ? undefined : whereLine(first.where)),
    ...row('mend', fix === undefined ? undefined : `${fix.console}: ${fix.field}. ${fix.change}`),
    ...row('source', source === undefined ? undefined : `${source.title}. ${source.says}`),
    ...row('in', `${shown.join(', ')}${more > 0 ? `, and ${more} more` : ''}`),
  ];
}

/** Cases that did not pass for a reason other than a failing check. */
function writeDoubtful(triaged: Triage, page: Page): readonly (readonly string[])[] {
  const lines = triaged.cases
    .filter(({ report, absent }) => report.verdict === 'inconclusive' || absent.length > 0)
    .map((one) => `${caseName(one)}: ${one.report.summary}`);
  return writeList('Cases to look at', lines, page);
}

function writeList(
  title: string,
  lines: readonly string[],
  { paint, width }: Page,
): readonly (readonly string[])[] {
  if (lines.length === 0) return [];
  return [[paint(title, 'bold'), ...lines.flatMap((line) => wrap(visibleLine(line), width, '  - '))]];
}

function piece(text: string, paint: Paint, ...looks: readonly Hue[]): Piece {
  return { text: visibleLine(text), paint: (word) => paint(word, ...looks) };
}

function caseName({ report }: TriagedCase): string {
  return `${report.integration}/${report.case}`;
}
