import { killMatrixHere } from './kill-matrix-here.ts';

/** Proves the checks themselves. 0 when every mutation fails exactly its checks and every check can fail, else 1. */
export async function selftest(options: { json: boolean }): Promise<number> {
  const matrix = await killMatrixHere(Date.now());
  if (options.json) {
    process.stdout.write(`${JSON.stringify(matrix, null, 2)}\n`);
    return matrix.ok ? 0 : 1;
  }
  const wrong = matrix.rows.filter(({ ok }) => !ok);
  const dirty = matrix.clean.filter(({ failed }) => failed.length > 0);
  for (const { login, failed } of dirty)
    process.stdout.write(`✗ a clean login (${login}) fails ${failed.join(', ')}\n`);
  for (const { mutation, problem } of wrong) process.stdout.write(`✗ ${mutation}: ${problem}\n`);
  for (const check of matrix.unbroken) process.stdout.write(`✗ ${check}: no mutation breaks it\n`);
  const clean = matrix.clean.length - dirty.length;
  process.stdout.write(
    `${matrix.ok ? '✓' : '✗'} ${clean} of ${matrix.clean.length} clean logins fail nothing; ` +
      `${matrix.rows.length - wrong.length} of ${matrix.rows.length} mutations fail exactly their checks; ` +
      `${matrix.unbroken.length} checks that nothing breaks\n`,
  );
  return matrix.ok ? 0 : 1;
}
