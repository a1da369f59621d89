import { quoteCsv } from '../csv.ts';
import type { PoolPredictionReport } from './pool-report.ts';

const columns = ['user', 'outcome', 'role', 'source', 'rule', 'tags', 'operation', 'code', 'reason'];

/** The people as comma-separated values (RFC 4180), made safe for spreadsheets as every table of ours. */
export function* writePoolCsv({ users }: PoolPredictionReport): Iterable<string> {
  const line = (values: readonly string[]) => `${values.map(quoteCsv).join(',')}\r\n`;
  yield line(columns);
  for (const user of users) {
    const tags = (user.tags ?? []).map(({ key, value }) => `${key}=${value}`).join(';');
    const { name, outcome, role = '', source = '', rule = '', operation = '', code = '', says = '' } = user;
    yield line([name, outcome, role, source, String(rule), tags, operation, code, says]);
  }
}
