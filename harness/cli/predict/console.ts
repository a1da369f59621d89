import { type Hue, type Paint, painter, wrap } from '../../../reports/terminal.ts';
import { shortenMiddle, visibleLine } from '../../../reports/text.ts';
import type { Verdict } from '../../model/report.ts';
import { answeredText, foretoldText } from './compare-sts.ts';
import { writeTable } from './console-table.ts';
import {
  amount,
  groupAble,
  groupReasons,
  headlineOf,
  number,
  type ReasonGroup,
  type RuleGroup,
  roleNamer,
  sentencesOf,
} from './groups.ts';
import type { PredictionReport } from './report.ts';

export interface ConsoleStyle {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
}

interface Page {
  readonly paint: Paint;
  readonly width: number;
  readonly nameRole: (arn: string) => string;
}

const hues: Readonly<Record<Verdict, Hue>> = { pass: 'green', fail: 'red', inconclusive: 'yellow' };
const marks: Readonly<Record<Verdict, string>> = { pass: '✓', fail: '✗', inconclusive: '?' };
const stsOrder = ['differ', 'open', 'agree'] as const;
const stsMarks = { agree: '✓', differ: '✗', open: '?' } as const;
const stsWords = { agree: 'agrees', differ: 'differs', open: 'open' } as const;
/** How much is shown of what a large account has hundreds of. */
const shown = { stsLines: 60, reasons: 5, roles: 6, users: 6, groups: 15, lines: 12 };

/** The summary, the table where it fits, then why roles are refused, who can assume what, and what it all rests on. */
export function* writeToConsole(report: PredictionReport, style: ConsoleStyle): Iterable<string> {
  const page = openPage(report, style);
  const blocks = [
    writeHead(report, page),
    writeSts(report, page),
    writeTable(report, page),
    ...writeRefused(report, page),
    writeAble(report, page),
    writeList('Not predicted', unpredictedLines(report), page),
    writeList('Assumptions', assumptionLines(report), page, Number.POSITIVE_INFINITY),
    writeList('Notes', report.notes, page),
  ].filter((lines) => lines.length > 0);
  yield `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Only the verdict and the counts. */
export function summarizeToConsole(report: PredictionReport, style: ConsoleStyle): string {
  return `${writeHead(report, openPage(report, style)).join('\n')}\n`;
}

function openPage(report: PredictionReport, { colour, width }: ConsoleStyle): Page {
  // What is meant for eyes is not stretched over a wide screen, nor over a pipe that has no width.
  return {
    paint: painter(colour),
    width: Math.min(Math.max(width, 40), 80),
    nameRole: roleNamer(report.roles),
  };
}

function writeHead(report: PredictionReport, { paint, width }: Page): readonly string[] {
  const { verdict, tool } = report;
  const head = `${marks[verdict]} ${headlineOf(report)}`;
  return [
    ...wrap(head, width, '').map((line) => paint(line, hues[verdict], 'bold')),
    ...wrap(`${sentencesOf(report).join(' ')} Predicted by countersign ${tool.version}.`, width, '  '),
  ];
}

/** What differs first. */
function writeSts({ sts }: PredictionReport, { paint, width, nameRole }: Page): readonly string[] {
  if (sts === undefined) return [];
  const { host, endpoint, askedAt, summary } = sts;
  const lines = stsOrder.flatMap((result) =>
    sts.comparisons
      .filter((one) => one.result === result)
      .flatMap(({ user, role, foretold, answered }) => {
        const both =
          result === 'agree'
            ? [`STS: ${answeredText(answered)}, as predicted`]
            : [`predicted: ${foretoldText(foretold)}`, `STS: ${answeredText(answered)}`];
        return [
          ...wrap(
            visibleLine(`${user}, ${nameRole(role)}: ${stsWords[result]}`),
            width,
            `  ${stsMarks[result]} `,
          ),
          ...both.flatMap((text) => wrap(visibleLine(text), width, '      ')),
        ];
      }),
  );
  const more = lines.length - shown.stsLines;
  return [
    paint(`Asked STS at ${host}`, 'bold') +
      paint(
        `   ${number(summary.agree)} agree · ${number(summary.differ)} differ · ${number(summary.open)} open`,
        'dim',
      ),
    ...wrap(`${endpoint}, ${askedAt}; the credentials that came back were dropped.`, width, '  '),
    ...lines.slice(0, shown.stsLines),
    ...(more > 0 ? [`  and more: --format csv has them all`] : []),
  ];
}

function writeRefused(report: PredictionReport, page: Page): readonly (readonly string[])[] {
  return groupReasons(report, shown.reasons).map((group) => writeRule(group, page));
}

function writeRule({ rule, about, count, reasons }: RuleGroup, page: Page): readonly string[] {
  const { paint, width } = page;
  const rest = reasons.slice(shown.reasons);
  const more = rest.reduce((sum, { reason }) => sum + reason.count, 0);
  return [
    paint(`${number(count)} refused by ${rule}`, 'red', 'bold') + paint(` · AWS: ${about.code}`, 'dim'),
    ...wrap(`Broken rule: ${about.says}`, width, '  '),
    ...reasons.slice(0, shown.reasons).flatMap((one) => writeReason(one, page)),
    ...(rest.length === 0
      ? []
      : wrap(
          `and ${number(more)} more for ${amount(rest.length, 'other reason')} of this rule: --format csv has them all.`,
          width,
          '  ',
        )),
  ];
}

function writeReason({ reason, refused }: ReasonGroup, { width, nameRole }: Page): readonly string[] {
  const indent = `  ${reason.id.padEnd(4)} `;
  const under = ' '.repeat(indent.length);
  const more = refused.length - shown.groups;
  return [
    ...wrap(visibleLine(reason.says), width, indent),
    ...refused.slice(0, shown.groups).flatMap(({ roles, users }) => {
      const names = `${listed(roles.map(nameRole), shown.roles)}: ${listed(users, shown.users)}`;
      return wrap(visibleLine(names), width, `${under}- `);
    }),
    ...(more > 0 ? [`${under}- and ${amount(more, 'more group')} of roles: --format csv has them all`] : []),
  ];
}

function writeAble(report: PredictionReport, { paint, width, nameRole }: Page): readonly string[] {
  const groups = groupAble(report);
  if (groups.length === 0) return [];
  const rest = groups.slice(shown.groups);
  return [
    paint('Can assume', 'green', 'bold'),
    ...groups.slice(0, shown.groups).flatMap(({ users, roles }) => {
      const names = `${listed(users, shown.users)}: ${listed(roles.map(nameRole), shown.roles)}`;
      return wrap(visibleLine(names), width, '  - ');
    }),
    ...(rest.length === 0
      ? []
      : [`  - and ${amount(rest.flatMap(({ users }) => users).length, 'more user')}: --format csv has all`]),
  ];
}

function unpredictedLines({ unpredicted }: PredictionReport): readonly string[] {
  return unpredicted.map(({ user, role, why }) => `${user}${role === undefined ? '' : `, ${role}`}: ${why}`);
}

function assumptionLines({ assumptions }: PredictionReport): readonly string[] {
  return assumptions.map(({ id, assumption, known, cells }) => {
    const where = cells === undefined ? '' : ` (${amount(cells, 'cell')})`;
    return `${id}${where}: ${assumption} Known: ${sentence(known)}`;
  });
}

function writeList(
  title: string,
  lines: readonly string[],
  { paint, width }: Page,
  most = shown.lines,
): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length - most;
  return [
    paint(title, 'bold'),
    ...lines.slice(0, most).flatMap((line) => wrap(visibleLine(line), width, '  - ')),
    ...(more > 0 ? [`  - and ${number(more)} more: --format json has them all`] : []),
  ];
}

function listed(names: readonly string[], most: number): string {
  const text = names
    .slice(0, most)
    .map((name) => shortenMiddle(name, 100))
    .join(', ');
  return names.length <= most ? text : `${text} and ${number(names.length - most)} more`;
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
