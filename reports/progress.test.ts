import type { FullConfig, Suite, TestCase, TestResult } from 'playwright/types/testReporter';
import { expect, test } from 'vitest';
import ProgressReporter from './progress.ts';

const esc = '\u001b';

interface Sketch {
  readonly title?: string;
  readonly id?: string;
  readonly status?: TestResult['status'];
  readonly errors?: TestResult['errors'];
  readonly report?: { readonly verdict: string; readonly summary: string };
  readonly attached?: string;
}

/** The parts of the runner's objects that a reporter reads; the runner itself is tried by the suites. */
function makeTest({ title = 'Alice signs in', id = 'kpow/direct' }: Sketch): TestCase {
  const annotations = id === '' ? [] : [{ type: 'case', description: id }];
  return { title, annotations, parent: { project: () => ({ name: 'a-project' }) } } as unknown as TestCase;
}

function makeResult({ status = 'passed', errors = [], report, attached }: Sketch): TestResult {
  const text = attached ?? (report === undefined ? undefined : JSON.stringify(report));
  const attachments =
    text === undefined
      ? []
      : [{ name: 'case.json', contentType: 'application/json', body: Buffer.from(text) }];
  return { status, duration: 3_240, errors, attachments } as unknown as TestResult;
}

function progress(terminal: { isTTY?: boolean; columns?: number }, environment: Record<string, string> = {}) {
  const written: string[] = [];
  const reporter = new ProgressReporter({
    stream: { ...terminal, write: (text) => written.push(text) },
    environment,
  });
  return { reporter, written, text: () => written.join('') };
}

function run(sketches: readonly Sketch[], told: ReturnType<typeof progress>): string {
  const tests = sketches.map(makeTest);
  told.reporter.onBegin({ workers: 2 } as FullConfig, { allTests: () => tests } as Suite);
  for (const [index, one] of tests.entries()) {
    told.reporter.onTestBegin(one);
    told.reporter.onTestEnd(one, makeResult(sketches[index] ?? {}));
  }
  told.reporter.onEnd();
  return told.text();
}

const judged = { verdict: 'fail', summary: 'One check fails that counts: conditions/audience.' };
const comparison = {
  message: `${judged.summary}\n\nexpect(${esc}[31mreceived${esc}[39m).toBe(expected)\n\nExpected: "pass"`,
};

test('each case that ended is one line: mark, place, integration, title and time', () => {
  expect(run([{}, { title: 'Bob signs in', id: 'idemeum/x' }], progress({}))).toBe(
    'Running 2 cases, 2 browsers at a time.\n✓ 1/2 kpow: Alice signs in (3.2 s)\n✓ 2/2 idemeum: Bob signs in (3.2 s)\n',
  );
});

test('a judged failure tells the judge’s sentence and its case, not the runner’s comparison', () => {
  expect(run([{ status: 'failed', report: judged, errors: [comparison] }], progress({}))).toContain(
    `✗ 1/1 kpow: Alice signs in (3.2 s)\n    Case kpow/direct\n    ${judged.summary}\n`,
  );
});

test('a failure before the verdict tells the first lines of its error, without colours', () => {
  const lines = Array.from({ length: 9 }, (_, number) => `line ${number + 1}`);
  const errors = [{ message: `${esc}[31m${lines.join('\n\n')}${esc}[39m` }];
  const text = run([{ status: 'timedOut', errors }], progress({}));
  expect(text).toContain('    line 1\n    line 2\n');
  expect(text).toContain('    line 6\n');
  expect(text).not.toContain('line 7');
  expect(text).not.toContain(esc);
});

test('an error after a case had passed its judgement is told, and so is one beside a half-written report', () => {
  const errors = [{ message: 'The bench did not stop.' }];
  const passed = { verdict: 'pass', summary: '211 checks hold.' };
  expect(run([{ status: 'failed', report: passed, errors }], progress({}))).toContain(
    'The bench did not stop.',
  );
  expect(run([{ status: 'failed', attached: '{"verd', errors }], progress({}))).toContain(
    'The bench did not',
  );
});

test('an inconclusive case has a mark of its own, and an interrupted one is not called failed', () => {
  const report = { verdict: 'inconclusive', summary: 'The journey broke off.' };
  const text = run(
    [{ status: 'failed', report }, { status: 'interrupted' }, { status: 'skipped' }],
    progress({}),
  );
  expect(text).toContain('? 1/3 kpow');
  expect(text).toContain('– 2/3 kpow: Alice signs in (not finished)\n– 3/3');
});

test('without a terminal nothing moves and nothing is coloured', () => {
  const text = run([{ status: 'failed', report: judged }], progress({ isTTY: false }));
  expect(text).not.toMatch(/[^\n\P{Cc}]/u);
});

test('on a terminal a live count names what runs, and is gone at the end', () => {
  const told = progress({ isTTY: true, columns: 120 });
  run([{}], told);
  expect(told.text()).toContain('0 of 1 done. Now: Alice signs in');
  expect(told.written.at(-1)).toBe(`\r${esc}[2K`);
});

test('the live count stays within one line', () => {
  const told = progress({ isTTY: true, columns: 50 }, { NO_COLOR: '1' });
  run([{ title: 'x'.repeat(400) }], told);
  const counts = told.written.map((text) => text.split('\n').at(-1)?.replace(`\r${esc}[2K`, '') ?? '');
  expect(counts.some((text) => text.endsWith('…'))).toBe(true);
  expect(Math.max(...counts.map((text) => text.length))).toBeLessThan(50);
});

test('NO_COLOR and a dumb terminal are respected', () => {
  expect(run([{}], progress({ isTTY: true }, { NO_COLOR: '1' }))).not.toContain(`${esc}[3`);
  expect(run([{}], progress({ isTTY: true }))).toContain(`${esc}[32m✓`);
  expect(run([{}], progress({ isTTY: true }, { TERM: 'dumb' }))).not.toContain(esc);
});

test('what a target put into a title or an error cannot act on the terminal', () => {
  const hostile = `a${esc}[2Jb\rc\nd`;
  const text = run(
    [{ title: hostile, status: 'failed', errors: [{ message: `e${esc}]0;x\u0007f` }] }],
    progress({}),
  );
  expect(text).toContain('a⟨U+001B⟩[2Jb⏎c⏎d');
  expect(text).not.toMatch(/[^\n\P{Cc}]/u);
});

test('a fault outside of every case, and what workers print, are told', () => {
  const told = progress({});
  told.reporter.onError({ message: 'Error: cannot load the suite\n  at x' });
  told.reporter.onStdErr(Buffer.from('a warning\n'));
  expect(told.text()).toBe('✗ Error: cannot load the suite\n    at x\na warning\n');
});

test('a case without a name of ours goes by its project', () => {
  expect(run([{ id: '' }], progress({}))).toContain('✓ 1/1 a-project: Alice signs in');
});

test('the runner is told that it needs no reporter of its own', () => {
  expect(progress({}).reporter.printsToStdio()).toBe(true);
});
