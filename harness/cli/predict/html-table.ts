import { html } from '../../../reports/html/markup.ts';
import { number, roleNamer } from './groups.ts';
import { linkOf } from './html-reasons.ts';
import type { PredictedUser, PredictionReport } from './report.ts';
import type { Cell } from './table.ts';

/** Users of one table. A page of many tables of a size lets the browser lay out only what is looked at. */
const tableSize = 50;
/** From so many roles on, their names stand upright. */
const fewRoles = 6;

/** The table, in parts of some users each. Cells are short, since there may be hundreds of thousands. */
export function* showTables(report: PredictionReport): Iterable<string> {
  const rows = Map.groupBy(report.rows, ({ user }) => user);
  const users = report.users.filter(({ name }) => rows.has(name));
  const inRows = new Set(report.rows.map(({ role }) => role));
  const arns = report.roles.map(({ arn }) => arn).filter((arn) => inRows.has(arn));
  if (users.length === 0 || arns.length === 0) {
    yield html`<p class="none">There is no pair of user and role to show.</p>`.markup;
    return;
  }
  const nameRole = roleNamer(report.roles);
  const head = html`<thead><tr><th scope="col" class="corner">User</th>${arns.map(
    (arn) =>
      html`<th scope="col" class="role" data-role="${arn}"><span title="${arn}">${nameRole(arn)}</span></th>`,
  )}</tr></thead>`.markup;
  const writeCell = cellWriter(report);
  for (let start = 0; start < users.length; start += tableSize) {
    const own = users.slice(start, start + tableSize);
    const title = `Users ${number(start + 1)} to ${number(start + own.length)}`;
    yield html`<div class="scroll part-table" role="region" tabindex="0" aria-label="${title}" data-table><table class="grid${arns.length > fewRoles && ' tall'}">`
      .markup;
    yield head;
    yield '<tbody>\n';
    for (const user of own) yield writeRow(user, rows.get(user.name) ?? [], arns, writeCell);
    yield '</tbody></table></div>\n';
  }
}

function writeRow(
  { name, from, asOf }: PredictedUser,
  rows: readonly Cell[],
  arns: readonly string[],
  writeCell: (row: Cell | undefined) => string,
): string {
  const byRole = new Map(rows.map((row) => [row.role, row]));
  const own = arns.map((arn) => byRole.get(arn));
  const letters = own.map((row) => (row === undefined ? '.' : letters3[row.outcome])).join('');
  const head = html`<tr data-user="${name}" data-outcomes="${letters}"><th scope="row"><span title="${from}, as of ${asOf}">${name}</span></th>`;
  return `${head.markup}${own.map(writeCell).join('')}</tr>\n`;
}

const letters3 = { 'can-assume': 'y', refused: 'n', 'not-listed': 'u' } as const;

function cellWriter(report: PredictionReport): (row: Cell | undefined) => string {
  const linkFor = linkOf(report);
  return (row) => {
    if (row === undefined) return '<td></td>';
    if (row.outcome === 'can-assume') return '<td class=y>yes</td>';
    if (row.outcome === 'not-listed') return '<td class=u>–</td>';
    const { id = '' } = row.reason ?? {};
    return `<td class=n><a href="#${linkFor(id)}">no ${id}</a></td>`;
  };
}
