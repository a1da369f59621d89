import { visibleLine } from '../../reports/text.ts';
import type { PredictionReport } from './predict-report.ts';

const columns = ['user', 'role', 'provider', 'outcome', 'rule', 'code', 'reason', 'assumptions'];

/**
 * The rows as comma-separated values (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe in
 * front; characters that act or hide are shown.
 */
export function* writeCsv({ rows, reasons }: PredictionReport): Iterable<string> {
  const byId = new Map(reasons.map((reason) => [reason.id, reason]));
  yield `${columns.join(',')}\r\n`;
  for (const { user, role, provider = '', outcome, reason: id = '', assumptions } of rows) {
    const { rule = '', code = '', says = '' } = byId.get(id) ?? {};
    const values = [user, role, provider, outcome, rule, code, says, assumptions.join(';')];
    yield `${values.map(quote).join(',')}\r\n`;
  }
}

function quote(value: string): string {
  const shown = visibleLine(value);
  const safe = /^[=+\-@]/.test(shown) ? `'${shown}` : shown;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
