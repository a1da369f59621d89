import type { Paint } from '../../../reports/terminal.ts';
import { shortenMiddle, visibleLine } from '../../../reports/text.ts';
import { amount } from './groups.ts';
import type { PredictionReport } from './report.ts';
import type { Cell } from './table.ts';

interface Page {
  readonly paint: Paint;
  readonly width: number;
  readonly nameRole: (arn: string) => string;
}

/** More than so many users are no table to look at in a terminal. */
const mostUsers = 40;
const longestUser = 34;

/** Users × roles, where it fits the width: roles under their names, else under letters with a key below. */
export function writeTable(report: PredictionReport, { paint, width, nameRole }: Page): readonly string[] {
  const rows = Map.groupBy(report.rows, ({ user }) => user);
  const users = report.users.map(({ name }) => name).filter((name) => rows.has(name));
  const inTable = new Set(report.rows.map(({ role }) => role));
  const roles = report.roles.map(({ arn }) => arn).filter((arn) => inTable.has(arn));
  if (users.length === 0 || roles.length === 0) return [];
  if (users.length > mostUsers || roles.length > width / 3) return tooLarge(users.length, roles.length);
  const labels = users.map((user) => shortenMiddle(visibleLine(user), longestUser));
  const room = width - 2 - Math.max(...labels.map((label) => label.length));
  const cells = users.map((user) => {
    const byRole = new Map(rows.get(user)?.map((row) => [row.role, row]));
    return roles.map((role) => markOf(byRole.get(role)));
  });
  const names = roles.map((role) => visibleLine(nameRole(role)));
  const widest = Math.max(...cells.flat().map(({ length }) => length));
  const heads = fits(names, widest, room) ? names : names.map((_name, index) => letterOf(index));
  if (!fits(heads, widest, room)) return tooLarge(users.length, roles.length);
  const columns = heads.map((head) => Math.max(head.length, widest));
  const line = (label: string, values: readonly string[]) =>
    `  ${label.padEnd(Math.max(...labels.map(({ length }) => length)))}${values.map((value, index) => `  ${value.padEnd(columns[index] ?? 0)}`).join('')}`.trimEnd();
  const coloured = (text: string) =>
    text.replace(/(?<= )(✓|R\d+)(?= |$)/g, (mark) => paint(mark, mark === '✓' ? 'green' : 'red'));
  return [
    `${paint('Users × roles', 'bold')}   ✓ can assume · R… refused, for that reason below · – not listed`,
    paint(line('', heads), 'dim'),
    ...cells.map((own, index) => {
      const label = labels[index] ?? '';
      const whole = line(label, own);
      const start = 2 + label.length;
      return whole.slice(0, start) + coloured(whole.slice(start));
    }),
    ...(heads === names
      ? []
      : names.map((name, index) => `  ${letterOf(index)}  ${shortenMiddle(name, width - 6)}`)),
  ];
}

function tooLarge(users: number, roles: number): readonly string[] {
  return [
    `The table of ${amount(users, 'user')} and ${amount(roles, 'role')} is too large for here:`,
    'write it with --format html --output predictions.html, or with --format csv.',
  ];
}

function markOf(row: Cell | undefined): string {
  if (row === undefined) return '';
  return { 'can-assume': '✓', refused: row.reason?.id ?? '', 'not-listed': '–' }[row.outcome];
}

function fits(heads: readonly string[], widest: number, room: number): boolean {
  return heads.reduce((sum, head) => sum + 2 + Math.max(head.length, widest), 0) <= room;
}

/** A, B, … Z, AA, AB, … */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`;
}
