import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepPartialReport } from './partial-report.ts';
import { casesFolder, collectReport, countCases, planFile } from './write-reports.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-reports-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const course = { startedAt: new Date(0), finishedAt: new Date(1) };

async function endCase(name: string, text: string): Promise<void> {
  const own = join(folder, casesFolder, 'an-integration', name);
  await mkdir(own, { recursive: true });
  await writeFile(join(own, 'case.json'), text);
}

const done = (name: string) =>
  JSON.stringify({
    integration: 'an-integration',
    case: name,
    verdict: 'pass',
    findings: [],
    targets: [],
    screenshots: [],
    messages: [],
    sequence: [],
  });

test('a case that was cut off while it was written counts as one without a result', async () => {
  await writeFile(join(folder, planFile), JSON.stringify(['an-integration/whole', 'an-integration/half']));
  await endCase('whole', done('whole'));
  await endCase('half', done('half').slice(0, 40));
  const report = await collectReport(folder, course);
  expect(report.cases.map((one) => one.case)).toEqual(['whole']);
  expect(report.incomplete).toMatch(/1 of 2 cases have no result/);
});

const withFindings = (findings: readonly { check: string; outcome: string }[]) =>
  JSON.stringify({ ...(JSON.parse(done('some')) as object), findings });

test('checks that nothing was there for are told in one sentence, the first few by name', async () => {
  const unseen = ['a/h', 'a/b', 'a/c', 'a/d', 'a/e', 'a/f', 'a/g'].map((check) => ({
    check,
    outcome: 'not-applicable',
  }));
  await endCase('some', withFindings([...unseen, { check: 'a/a', outcome: 'pass' }]));
  const report = await collectReport(folder, course);
  expect(report.notTested).toEqual([
    '7 checks had nothing to judge in any case: a/b, a/c, a/d, a/e, a/f and 2 more.',
  ]);
});

test('a check that one case judged is not called untested for the sake of another case', async () => {
  const not = (check: string) => ({ check, outcome: 'not-seen' });
  await endCase('one', withFindings([not('a/a'), not('a/b')]));
  await endCase('other', withFindings([{ check: 'a/a', outcome: 'fail' }]));
  const report = await collectReport(folder, course);
  expect(report.notTested).toEqual(['One check had nothing to judge in any case: a/b.']);
});

test('a plan that was cut off does not stop the report', async () => {
  await writeFile(join(folder, planFile), '["an-integ');
  const report = await collectReport(folder, { ...course, interrupted: 'The run was interrupted (SIGINT).' });
  expect(report).toMatchObject({ verdict: 'inconclusive', incomplete: 'The run was interrupted (SIGINT).' });
});

test('from the start on there is a report, which says that it is not the last', async () => {
  await using _ = await keepPartialReport(folder, course.startedAt);
  const report = JSON.parse(await readFile(join(folder, 'results.json'), 'utf8')) as { incomplete: string };
  expect(report.incomplete).toBe('The run has not finished.');
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(await countCases(folder)).toBe(0);
});
