import type { PredictionReport } from './report.ts';

/** The report as JSON: what may be long comes last, an entry a line, so that it is never one text in memory. */
export function* writeJson({ rows, reasons, ...rest }: PredictionReport): Iterable<string> {
  const head = JSON.stringify(rest, null, 2);
  yield head.slice(0, head.lastIndexOf('\n'));
  yield* writeList('reasons', reasons, (reason) => reason);
  yield* writeList('rows', rows, (row) => ({ ...row, reason: row.reason?.id }));
  yield '\n}\n';
}

function* writeList<T>(name: string, list: readonly T[], show: (one: T) => unknown): Iterable<string> {
  yield `,\n  "${name}": [`;
  for (const [index, one] of list.entries())
    yield `${index === 0 ? '\n' : ',\n'}    ${JSON.stringify(show(one))}`;
  yield list.length === 0 ? ']' : '\n  ]';
}
