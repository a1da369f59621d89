import type { PredictionReport } from './predict-report.ts';

/** The report as JSON, a row a line. */
export function* writeJson({ rows, ...rest }: PredictionReport): Iterable<string> {
  const head = JSON.stringify(rest, null, 2);
  yield `${head.slice(0, head.lastIndexOf('\n'))},\n  "rows": [`;
  for (const [index, row] of rows.entries())
    yield `${index === 0 ? '\n' : ',\n'}    ${JSON.stringify({ ...row, reason: row.reason?.id })}`;
  yield `${rows.length === 0 ? '' : '\n  '}]\n}\n`;
}
