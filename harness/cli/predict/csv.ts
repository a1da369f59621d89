import { visibleLine } from '../../../reports/text.ts';
import type { StsComparison } from './compare-sts.ts';
import type { PredictionReport } from './report.ts';

const columns = ['user', 'role', 'provider', 'outcome', 'rule', 'code', 'reason', 'assumptions'];
/** Only when STS was asked. */
const stsColumns = ['sts', 'sts-outcome', 'sts-code', 'sts-says'];

/**
 * The rows as comma-separated values (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe in
 * front; characters that act or hide are shown.
 */
export function* writeCsv({ rows, sts }: PredictionReport): Iterable<string> {
  const quote = rememberQuotes();
  const line = (values: readonly string[]) => `${values.map(quote).join(',')}\r\n`;
  const answers = new Map(sts?.comparisons.map((one) => [keyOf(one), one]));
  const answerOf = (one: { user: string; role: string; provider: string }) => {
    if (sts === undefined) return [];
    const found = answers.get(keyOf(one));
    answers.delete(keyOf(one));
    return found === undefined ? ['', '', '', ''] : describeAnswer(found);
  };
  yield line(sts === undefined ? columns : [...columns, ...stsColumns]);
  for (const { user, role, provider = '', outcome, reason, assumptions } of rows) {
    const { rule = '', code = '', says = '' } = reason ?? {};
    const values = [user, role, provider, outcome, rule, code, says, assumptions.join(';')];
    yield line([...values, ...answerOf({ user, role, provider })]);
  }
  // What was asked beside the rows: a role by its other provider, and roles that could not be predicted.
  for (const one of answers.values()) {
    const { user, role, provider, foretold } = one;
    const isRefused = foretold.outcome === 'refused';
    const said = isRefused ? [foretold.rule, foretold.code, foretold.says] : ['', '', ''];
    yield line([user, role, provider, foretold.outcome, ...said, '', ...describeAnswer(one)]);
  }
}

function describeAnswer({ result, answered }: StsComparison): readonly string[] {
  if (answered.outcome === 'assumed') return [result, answered.outcome, '', answered.assumedRoleArn];
  if (answered.outcome === 'refused') return [result, answered.outcome, answered.code, answered.message];
  return [result, answered.outcome, '', answered.why];
}

function keyOf({ user, role, provider }: { user: string; role: string; provider: string }): string {
  return JSON.stringify([user, role, provider]);
}

/** So many quoted values are kept: far more than repeat themselves, and little memory where all are different. */
const kept = 5_000;

/** Most values stand in many rows. */
function rememberQuotes(): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const quoted = quoteCsv(value);
    if (known.size >= kept) known.clear();
    known.set(value, quoted);
    return quoted;
  };
}

/** A value as a spreadsheet may take it. */
export function quoteCsv(value: string): string {
  const shown = visibleLine(value);
  const safe = /^[=+\-@]/.test(shown) ? `'${shown}` : shown;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
