import type { ReportWriter, Verdict } from '../harness/model/report.ts';
import { writeHeadline } from './headline.ts';
import { writeRefusals } from './markdown-refusals.ts';
import { code, fitLines, prose } from './markdown-text.ts';
import { casesOf, type Problem, whereLine } from './problems.ts';
import { describeSource, type Source } from './spec-links.ts';
import { count } from './text.ts';
import {
  countVerdicts,
  ofKind,
  type Scope,
  scopes,
  scopeTitles,
  type Triage,
  type TriagedCase,
  triage,
} from './triage.ts';

const marks: Readonly<Record<Verdict, string>> = { pass: '✅', fail: '❌', inconclusive: '❔' };

/** GitHub takes 65,536 characters in a comment; the rest is left for what stands around the summary. */
const longest = 60_000;

/** A summary for a pull request or a job page: GitHub-flavoured Markdown, short enough for a comment. */
export const writeMarkdown: ReportWriter = (report) => {
  const triaged = triage(report);
  const { verdict, word, sentences } = writeHeadline(triaged);
  const lines = [
    `## ${marks[verdict]} countersign: ${word.toLowerCase()}`,
    '',
    prose(sentences.join(' ')),
    ...scopes.flatMap((scope) => writeScope(triaged, scope)),
    ...writeProblems(triaged.problems),
    ...writeCases(triaged),
    ...writeRefusals(report),
    ...writeList('Failed as expected', expectedFailures(triaged)),
    ...writeList('Waived', waived(triaged)),
    ...writeList('Not tested', report.notTested.map(prose)),
  ];
  return fitLines(lines, longest, '_This summary is cut short; the HTML report has the rest._');
};

function writeScope({ cases }: Triage, scope: Scope): readonly string[] {
  const here = cases.filter((one) => one.scope === scope);
  if (here.length === 0) return [];
  const rows = [...Map.groupBy(here, ({ report }) => report.integration)].map(([integration, members]) => {
    const { pass, fail, inconclusive } = countVerdicts(members);
    return `| ${code(integration)} | ${pass} | ${fail} | ${inconclusive} |`;
  });
  return [
    '',
    `### ${scopeTitles[scope].title}`,
    '',
    scopeTitles[scope].about,
    '',
    '| Integration | Passed | Failed | Inconclusive |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
  ];
}

function writeProblems(problems: readonly Problem[]): readonly string[] {
  if (problems.length === 0) return [];
  return [
    '',
    `### ${count(problems.length, 'thing to mend', 'things to mend')}`,
    ...problems.flatMap(writeProblem),
  ];
}

function writeProblem(problem: Problem): readonly string[] {
  const { check, title, severity, scope, fix, refs, occurrences } = problem;
  const first = occurrences[0]?.finding.finding;
  const row = (name: string, text: string | undefined) =>
    text === undefined ? [] : [`- **${name}:** ${text}`];
  const quoted = (text: string | undefined) => (text === undefined ? undefined : code(text));
  const source = refs[0] === undefined ? undefined : describeSource(refs[0]);
  return [
    '',
    `#### ${severity}: ${code(check)} ${prose(title)}`,
    '',
    ...row('Scope', scopeTitles[scope].title.toLowerCase()),
    ...row('Says', first === undefined ? undefined : prose(first.message)),
    ...row('Expected', quoted(first?.expected)),
    ...row('Observed', quoted(first?.observed)),
    ...row('Where', quoted(first?.where === undefined ? undefined : whereLine(first.where))),
    ...row(
      'Mend',
      fix === undefined ? undefined : `${prose(fix.console)} → ${prose(fix.field)}: ${prose(fix.change)}`,
    ),
    ...row('Source', source === undefined ? undefined : citation(source)),
    ...row(
      'In',
      casesOf(problem)
        .map((one) => code(caseName(one.in)))
        .join(', '),
    ),
  ];
}

function citation({ title, says, url }: Source): string {
  const cited =
    url === undefined
      ? prose(title)
      : `[${prose(title)}](<${new URL(url).href.replace(/[<>]/g, encodeURIComponent)}>)`;
  return `${cited} ${prose(says)}`;
}

/** Cases that did not pass, each with its reason. */
function writeCases({ cases }: Triage): readonly string[] {
  const rows = cases
    .filter(({ report }) => report.verdict !== 'pass')
    .map(
      (one) =>
        `| ${marks[one.report.verdict]} ${one.report.verdict} | ${code(caseName(one))} | ${prose(one.report.summary)} |`,
    );
  if (rows.length === 0) return [];
  return ['', '### Cases that did not pass', '', '| Verdict | Case | Why |', '| --- | --- | --- |', ...rows];
}

function expectedFailures({ cases }: Triage): readonly string[] {
  return cases.flatMap((one) =>
    ofKind(one, 'expected').map(
      ({ finding, reason = '' }) => `${code(finding.check)} in ${code(caseName(one))}: ${prose(reason)}`,
    ),
  );
}

function waived({ cases }: Triage): readonly string[] {
  return cases.flatMap((one) =>
    ofKind(one, 'waived').flatMap(({ finding: { check, waiver } }) =>
      waiver === undefined
        ? []
        : [
            `${code(check)} in ${code(caseName(one))} until ${prose(waiver.until)} (${prose(waiver.owner)}): ${prose(waiver.reason)}`,
          ],
    ),
  );
}

function writeList(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `### ${title}`, '', ...lines.map((line) => `- ${line}`)];
}

function caseName({ report }: TriagedCase): string {
  return `${report.integration}/${report.case}`;
}
