import { beforeAll, describe, expect, test } from 'vitest';
import { mutations } from '../mutations/index.ts';
import { isJudged } from '../mutations/kit/kill-matrix.ts';
import { runCli } from './cli-tester.ts';

interface Entry {
  readonly id: string;
  readonly title: string;
}

let catalogue: Record<'integrations' | 'cases' | 'checks' | 'mutations', readonly Entry[]>;
beforeAll(async () => {
  catalogue = JSON.parse((await runCli(['list', '--json'])).stdout);
});

describe('list --json', () => {
  test('is one document with the four arrays, each entry with an id of its own', () => {
    expect(Object.keys(catalogue)).toEqual(['integrations', 'cases', 'checks', 'mutations']);
    for (const entries of [catalogue.integrations, catalogue.checks, catalogue.mutations]) {
      const ids = entries.map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(ids.every((id) => /^[a-z0-9][a-z0-9/-]*$/.test(id))).toBe(true);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(catalogue.checks.length).toBeGreaterThanOrEqual(90);
  });

  test('says of each mutation whether it is hostile, and some are and some are not', () => {
    const hostile = catalogue.mutations.map((one) => (one as Entry & { hostile: unknown }).hostile);
    expect(new Set(hostile)).toEqual(new Set([true, false]));
  });

  test('names the integration of each case', () => {
    const ids = catalogue.integrations.map(({ id }) => id);
    expect(catalogue.cases.length).toBeGreaterThan(0);
    for (const one of catalogue.cases)
      expect(ids).toContain((one as Entry & { integration: string }).integration);
  });
});

test('list prints one line an entry, id first', async () => {
  const { code, stdout } = await runCli(['list', 'cases']);
  expect(code).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines[0]).toBe(`cases (${catalogue.cases.length})`);
  expect(lines.slice(1).map((line) => line.trim().split(/\s{2,}/)[0])).toEqual(
    catalogue.cases.map(({ id }) => id),
  );
});

describe('explain', () => {
  test.each([
    ['checks', /^Check /, ['How to mend it', 'Severity by profile', 'Sources', 'Mutations that break it']],
    [
      'mutations',
      /^Mutation /,
      ['a safe target:', 'breaks:', 'Sources', 'Switch it on: countersign run --mutation'],
    ],
    ['cases', /^Case /, ['puts the', 'Run it: countersign run --case']],
    ['integrations', /^Integration /, ['judged by the profile', 'what proves each step']],
  ] as const)('says everything about one of the %s', async (kind, start, parts) => {
    const { id = '', title = '' } = catalogue[kind][0] ?? {};
    const { code, stdout, stderr } = await runCli(['explain', id]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(start);
    expect(stdout).toContain(id);
    expect(stdout).toContain(title);
    for (const part of parts) expect(stdout).toContain(part);
    expect(stdout).not.toMatch(/undefined|\[object/);
  });
});

test('selftest proves the whole catalogue', async () => {
  const { code, stdout } = await runCli(['selftest', '--json']);
  const matrix = JSON.parse(stdout) as { ok: boolean; rows: readonly unknown[]; unbroken: readonly string[] };
  expect({ code, ok: matrix.ok, unbroken: matrix.unbroken }).toEqual({ code: 0, ok: true, unbroken: [] });
  // How messages are sent leaves recorded evidence as it is: such attacks are tried on targets.
  expect(matrix.rows).toHaveLength(mutations.filter(isJudged).length);
}, 300_000);
