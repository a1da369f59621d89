import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KillMatrix } from '../mutations/kit/kill-matrix.ts';
import { killMatrixHere } from './kill-matrix-here.ts';
import { run } from './run.ts';
import type { Starter } from './watch-starter.ts';

export interface SelftestOptions {
  readonly root: string;
  readonly starter: Starter;
  readonly json: boolean;
  readonly live: boolean;
}

/** Proves the checks themselves. 0 when every mutation fails exactly its checks and every check can fail, else 1. */
export async function selftest(options: SelftestOptions): Promise<number> {
  const matrix = await killMatrixHere(Date.now());
  if (options.json) {
    process.stdout.write(`${JSON.stringify(matrix, null, 2)}\n`);
    return matrix.ok ? 0 : 1;
  }
  tell(matrix);
  if (!matrix.ok || !options.live) return matrix.ok ? 0 : 1;
  return live(options);
}

/** Each mutation in a login of its own: it must make exactly its checks fail in running doubles, too. */
async function live({ root, starter }: SelftestOptions): Promise<number> {
  const reportDir = await mkdtemp(join(tmpdir(), 'countersign-selftest-'));
  const selection = { integration: [], case: [], mutation: 'each' };
  try {
    return await run({ root, starter, ...selection, headed: false, containers: false, reportDir });
  } finally {
    await rm(reportDir, { recursive: true, force: true });
  }
}

function tell(matrix: KillMatrix): void {
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
}
