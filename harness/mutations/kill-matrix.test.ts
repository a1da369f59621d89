import { describe, expect, it } from 'vitest';
import { checks } from '../checks/index.ts';
import { killMatrixHere } from '../cli/kill-matrix-here.ts';
import { mutations } from './index.ts';

// The same matrix as "countersign selftest" shows, at a fixed moment.
const matrix = await killMatrixHere(Date.UTC(2026, 2, 14, 9, 26, 53));

describe('the kill matrix', () => {
  it.each(matrix.clean)('finds nothing wrong with a clean login: $login, by $profile', ({ failed }) => {
    expect(failed).toEqual([]);
  });

  it.each(matrix.rows)('$mutation breaks exactly its checks', ({ ok, problem }) => {
    expect(ok, problem).toBe(true);
  });

  it.each(checks.map(({ id }) => id))('%s is broken by a mutation', (id) => {
    expect(matrix.unbroken).not.toContain(id);
  });

  it('is about a whole catalogue', () => {
    expect(checks.length).toBeGreaterThanOrEqual(90);
    expect(mutations.length).toBeGreaterThanOrEqual(90);
  });
});
