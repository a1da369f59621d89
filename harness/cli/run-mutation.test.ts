import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../model/report.ts';
import { mutations } from '../mutations/index.ts';
import { runCli } from './cli-tester.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-mutation-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(
  name: string,
  ...args: readonly string[]
): Promise<{ code: number | null; report: Report }> {
  const target = join(folder, name);
  const { code } = await runCli(['run', ...args, '--report-dir', target], { env: { TMPDIR: folder } });
  return { code, report: JSON.parse(await readFile(join(target, 'results.json'), 'utf8')) as Report };
}

/** Checks that follow from a refused login, whatever it was refused for. */
const consequences = ['outcome/as-expected', 'transport/answer-time', 'aws/accepted', 'aws/answer-expected'];

describe('a mutation turns a run of clean logins red, by the checks that it names', () => {
  test.each([
    ['conditions/audience-of-other-sp', 'success-direct-sp'],
    ['aws/no-session-name', 'one-role'],
  ])(
    '%s in %s',
    async (id, name) => {
      const breaks = mutations.find((one) => one.id === id)?.breaks ?? [];
      const { code, report } = await run(name, '--mutation', id, '--case', name);
      expect(code).toBe(1);
      expect(report.cases.map((one) => one.case)).toEqual([name]);
      const failed = report.cases.flatMap(({ findings }) =>
        findings.flatMap(({ check, outcome }) => (outcome === 'fail' ? [check] : [])),
      );
      expect(failed).toEqual(expect.arrayContaining([...breaks]));
      expect(failed.filter((one) => !breaks.includes(one) && !consequences.includes(one))).toEqual([]);
    },
    120_000,
  );
});

test('mutations of every stage, each in a login of its own, fail exactly their checks in either integration', async () => {
  const samples = [
    ...['conditions/audience-of-other-sp', 'response/two-assertions', 'metadata/idp-metadata-expired'],
    ...['aws/no-session-name', 'aws/trust-without-audience', 'aws/relay-state-elsewhere'],
  ];
  const stages = samples.map((id) => mutations.find((one) => one.id === id)?.stage);
  expect(new Set(stages)).toEqual(new Set(['before-signing', 'after-signing', 'in-transit']));
  const { code, report } = await run('each', '--mutation', 'each', '--grep', `(${samples.join('|')})$`);
  expect(report.cases.map((one) => one.case).sort()).toEqual(
    samples.map((id) => id.replace('/', '--')).sort(),
  );
  expect(report.cases.filter(({ verdict }) => verdict !== 'pass').map((one) => one.summary)).toEqual([]);
  expect(code).toBe(0);
}, 180_000);
