import type { ReportWriter } from '../harness/model/report.ts';
import { refusalSuites } from './junit-refusals.ts';
import { attribute, type Suite, text, toSeconds, writeSuite } from './junit-xml.ts';
import { whereLine } from './problems.ts';
import { attacksOf } from './refusals.ts';
import { describeSource } from './spec-links.ts';
import {
  ofKind,
  type Scope,
  scopeTitles,
  type Triage,
  type TriagedCase,
  type TriagedFinding,
  triage,
} from './triage.ts';

/**
 * JUnit XML as CI servers read it. One suite for each integration and scope. A failed case is a failure; an inconclusive
 * one is an error, because a skipped test would be shown green.
 */
export const writeJunit: ReportWriter = (report) => {
  const triaged = triage(report);
  const suites = [...writeSuites(triaged), ...refusalSuites(report), ...writeRun(triaged)];
  const seconds = toSeconds(Date.parse(report.finishedAt) - Date.parse(report.startedAt));
  const { tests, failures, errors } = sum(suites);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="countersign" tests="${tests}" failures="${failures}" errors="${errors}" time="${seconds}">
${suites.map(({ xml }) => xml).join('\n')}
</testsuites>
`;
};

function sum(suites: readonly Suite[]): Omit<Suite, 'xml'> {
  const total = (key: 'tests' | 'failures' | 'errors') => suites.reduce((so, suite) => so + suite[key], 0);
  return { tests: total('tests'), failures: total('failures'), errors: total('errors') };
}

function writeSuites({ report, cases }: Triage): readonly Suite[] {
  const groups = Map.groupBy(cases, (one) => JSON.stringify([one.report.integration, one.scope]));
  return [...groups.values()].map((members) => {
    const { integration } = members[0]?.report ?? { integration: '' };
    const scope: Scope = members[0]?.scope ?? 'unstated';
    const with_ = (verdict: string) => members.filter((one) => one.report.verdict === verdict).length;
    return writeSuite({
      name: `${integration} (${scopeTitles[scope].title.toLowerCase()})`,
      startedAt: report.startedAt,
      ms: members.reduce((so, one) => so + one.report.durationMs, 0),
      tests: members.length,
      failures: with_('fail'),
      errors: with_('inconclusive'),
      body: members.map(writeCase).join('\n'),
    });
  });
}

/** A run that judged nothing or broke off must not be green, and it has no case that could say so. */
function writeRun({ report, cases }: Triage): readonly Suite[] {
  if (report.incomplete === undefined && cases.length + attacksOf(report).length > 0) return [];
  const why = report.incomplete ?? 'No case was judged.';
  const body = `    <testcase classname="countersign" name="the run is complete" time="0">
      <error message="${attribute(why)}" type="incomplete"/>
    </testcase>`;
  const suite = {
    name: 'countersign run',
    startedAt: report.startedAt,
    ms: 0,
    tests: 1,
    failures: 0,
    errors: 1,
    body,
  };
  return [writeSuite(suite)];
}

function writeCase(one: TriagedCase): string {
  const { report } = one;
  return `    <testcase classname="${attribute(report.integration)}" name="${attribute(`${report.case}: ${report.title}`)}" time="${toSeconds(report.durationMs)}">
${writeOutcome(one)}      <system-out>${text(describeCase(one))}</system-out>
    </testcase>`;
}

function writeOutcome(one: TriagedCase): string {
  const { verdict, summary } = one.report;
  if (verdict === 'pass') return '';
  const tag = verdict === 'fail' ? 'failure' : 'error';
  const type = ofKind(one, 'failure')[0]?.finding.check ?? verdict;
  const details = [
    ...ofKind(one, 'failure', 'error').map(describeFinding),
    ...one.absent.map(({ check, observed }) => `${check} was expected to fail: ${observed}`),
  ];
  return `      <${tag} message="${attribute(summary)}" type="${attribute(type)}">${text(details.join('\n\n'))}</${tag}>\n`;
}

function describeFinding({ finding }: TriagedFinding): string {
  const { check, severity, message, expected, observed, where, fix, refs } = finding;
  const row = (name: string, value: string | undefined) =>
    value === undefined ? [] : [`  ${name}: ${value}`];
  return [
    `${check} (${severity}): ${message}`,
    ...row('expected', expected),
    ...row('observed', observed),
    ...row('where', where === undefined ? undefined : whereLine(where)),
    ...row('snippet', where?.snippet),
    ...row('mend', fix === undefined ? undefined : `${fix.console} → ${fix.field}: ${fix.change}`),
    ...refs.map(describeSource).map(({ title, says }) => `  source: ${title}: ${says}`),
  ].join('\n');
}

function describeCase(one: TriagedCase): string {
  const { report } = one;
  const tested = report.targets.find(({ role }) => role === report.tests);
  return [
    `Under test: ${report.tests}${tested === undefined ? '' : `, ${tested.product} (${tested.mode})`}`,
    `Profile: ${report.profile.id} version ${report.profile.version}`,
    `Evidence: ${report.evidence.folder} (SHA-256 ${report.evidence.sha256})`,
    ...ofKind(one, 'expected').map(
      ({ finding, reason }) => `Failed as expected: ${finding.check}. ${reason}`,
    ),
    ...ofKind(one, 'waived').map(
      ({ finding }) => `Waived until ${finding.waiver?.until}: ${finding.check}. ${finding.waiver?.reason}`,
    ),
    ...ofKind(one, 'warning').map(({ finding }) => `Warning: ${finding.check}. ${finding.message}`),
  ].join('\n');
}
