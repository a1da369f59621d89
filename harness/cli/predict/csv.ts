import { visibleLine } from '../../reports/text.ts';
import type { PredictionReport } from './predict-report.ts';

const columns = ['user', 'role', 'provider', 'outcome', 'rule', 'code', 'reason', 'assumptions'];

/**
 * The rows as comma-separated values (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe in
 * front; characters that act or hide are shown.
 */
export function* writeCsv({ rows }: PredictionReport): Iterable<string> {
  const quote = rememberQuotes();
  yield `${columns.join(',')}\r\n`;
  for (const { user, role, provider = '', outcome, reason, assumptions } of rows) {
    const { rule = '', code = '', says = '' } = reason ?? {};
    const values = [user, role, provider, outcome, rule, code, says, assumptions.join(';')];
    yield `${values.map(quote).join(',')}\r\n`;
  }
}

/** Most values stand in many rows. */
function rememberQuotes(): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const quoted = quoteValue(value);
    known.set(value, quoted);
    return quoted;
  };
}

function quoteValue(value: string): string {
  const shown = visibleLine(value);
  const safe = /^[=+\-@]/.test(shown) ? `'${shown}` : shown;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
