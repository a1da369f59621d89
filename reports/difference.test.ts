import { describe, expect, it } from 'vitest';
import type { CaseReport, Report } from '../harness/model/report.ts';
import { compareReports } from './difference.ts';
import { sampleReport } from './sample.test-data.ts';
import { writeDifference, writeDifferenceMarkdown } from './write-difference.ts';

const report = sampleReport();
const failing = report.cases.find(({ verdict }) => verdict === 'fail');
if (failing === undefined) throw new Error('The sample has a case that fails.');
const place = `${failing.integration}/${failing.case}`;

/** The report with this case as it is after a change. */
function withCase(change: (one: CaseReport) => readonly CaseReport[], from: Report = report): Report {
  return { ...from, cases: from.cases.flatMap((one) => (one.case === failing?.case ? change(one) : [one])) };
}

const mended = withCase((one) => [
  {
    ...one,
    verdict: 'pass',
    findings: one.findings.map((finding) =>
      finding.outcome === 'fail' ? { ...finding, outcome: 'pass' } : finding,
    ),
  },
]);

describe('two reports', () => {
  it('that are the same differ in nothing, however much fails', () => {
    const difference = compareReports(report, report);
    expect(difference.remaining.length).toBeGreaterThan(0);
    expect({ ...difference, remaining: [] }).toEqual({
      ...{ fresh: [], fixed: [], changed: [], remaining: [], unknown: [], gone: [], added: [] },
    });
  });

  it('tell what is new, and, the other way round, what is fixed', () => {
    const fresh = compareReports(mended, report).fresh;
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.every(({ where }) => where === place)).toBe(true);
    expect(compareReports(report, mended).fixed).toEqual(fresh);
    expect(compareReports(report, mended).fresh).toEqual([]);
  });

  it('do not take a case that was not run, or broke off, for mended', () => {
    const without = compareReports(
      report,
      withCase(() => []),
    );
    expect(without).toMatchObject({ fixed: [], gone: [place] });
    expect(without.unknown.every(({ where }) => where === place)).toBe(true);
    const broken = withCase(
      (one) => [
        { ...one, verdict: 'inconclusive', findings: [], brokeOff: { step: 'Arrive', why: 'silence' } },
      ],
      mended,
    );
    const later = compareReports(report, broken);
    expect(later.fixed).toEqual([]);
    expect(later.unknown.length).toBeGreaterThan(0);
    expect(later.fresh).toMatchObject([{ what: 'journey', message: expect.stringContaining('silence') }]);
  });

  it('tell a failure for another reason from one that stayed', () => {
    const other = withCase((one) => [
      {
        ...one,
        findings: one.findings.map((finding) =>
          finding.outcome === 'fail' ? { ...finding, message: 'Something else.' } : finding,
        ),
      },
    ]);
    const { changed, fresh } = compareReports(report, other);
    expect(fresh).toEqual([]);
    expect(changed[0]?.after.message).toContain('Something else.');
  });

  it('count attacks that a target fell for, and those that are undecided now', () => {
    const held = setOutcomes('held');
    const fell = compareReports(held, report).fresh;
    expect(fell.map(({ what }) => what)).toEqual(
      report.refusals?.flatMap(({ results }) =>
        results.filter(({ outcome }) => outcome === 'fell').map(({ attack }) => attack),
      ),
    );
    expect(compareReports(report, held).fixed).toEqual(fell);
    expect(compareReports(report, setOutcomes('inconclusive')).unknown).toEqual(fell);
  });
});

function setOutcomes(outcome: 'held' | 'inconclusive'): Report {
  const refusals = (report.refusals ?? []).map((run) => ({
    ...run,
    results: run.results.map((one) => (one.outcome === 'fell' ? { ...one, outcome } : one)),
  }));
  return { ...report, refusals };
}

it('is written with what is new first, and nothing that acts on a terminal or a page', () => {
  const hostile = withCase((one) => [
    {
      ...one,
      findings: one.findings.map((finding) => ({ ...finding, message: '\u001b[31m<script>|*x*' })),
    },
  ]);
  const difference = compareReports(mended, hostile);
  const text = writeDifference(difference);
  expect(text).toMatch(/^\d+ new failures?/);
  expect(text.indexOf('New failures')).toBeLessThan(text.indexOf('Still failing'));
  expect(text).not.toContain('\u001b');
  expect(writeDifferenceMarkdown(difference)).not.toContain('<script>');
});
