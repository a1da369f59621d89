import { writeHeadline } from '../headline.ts';
import { casesOf, type Problem } from '../problems.ts';
import { attacksOf, countOutcomes } from '../refusals.ts';
import { count, showDuration, showMoment } from '../text.ts';
import { countVerdicts, ofKind, type Triage, type TriagedCase } from '../triage.ts';
import { severityBadge, verdictIcon } from './badges.ts';
import { showFix, showSources, showValues } from './finding.ts';
import { type Html, html } from './markup.ts';

/** The verdict, how far it reaches, and the counts. */
export function showVerdict(triaged: Triage): Html {
  const { report, cases } = triaged;
  const { verdict, word, sentences } = writeHeadline(triaged);
  const counts = countVerdicts(cases);
  const { findings } = report.totals;
  // No case was meant to run: counts of cases and checks would be noughts that say nothing.
  const isAboutAttacks = cases.length === 0 && report.refusals !== undefined;
  const attacks = countOutcomes(attacksOf(report));
  const tile = (amount: number, name: string, kind: string) =>
    html`<li class="tile ${amount > 0 ? kind : 'zero'}"><strong>${amount}</strong> ${name}</li>`;
  return html`<header class="verdict ${verdict}"><div class="inner">
<p class="product">countersign ${report.tool.version}</p>
<h1>${verdictIcon(verdict)}${word}</h1>
<p class="reach">${sentences.join(' ')}</p>
${
  isAboutAttacks
    ? html`<ul class="tiles" aria-label="Attacks by outcome">${tile(attacks.fell, 'fell', 'fail')}${tile(attacks.inconclusive, 'inconclusive', 'inconclusive')}${tile(attacks.warned, 'warned', 'warned')}${tile(attacks.held, 'held', 'pass')}</ul>`
    : html`<ul class="tiles" aria-label="Cases by verdict">${tile(counts.fail, 'failed', 'fail')}${tile(counts.inconclusive, 'inconclusive', 'inconclusive')}${tile(counts.pass, 'passed', 'pass')}</ul>`
}
<p class="run">Run on <time datetime="${report.startedAt}">${showMoment(report.startedAt)}</time>, took ${showDuration(Date.parse(report.finishedAt) - Date.parse(report.startedAt))}.${
    !isAboutAttacks &&
    html` Checks: ${findings.pass} passed, ${findings.fail} failed (expected and waived ones included), ${findings['not-seen']} not seen, ${findings.manual} for a person, ${findings['not-applicable']} not applicable, ${findings.error} own errors.`
  }</p>
</div></header>`;
}

/** Each thing to mend once, however many cases show it. */
export function showProblems({ problems }: Triage): Html {
  if (problems.length === 0)
    return html`<p class="none">Nothing. No check fails that was not expected to or waived.</p>`;
  return html`<ol class="problems">${problems.map(showProblem)}</ol>`;
}

function showProblem(problem: Problem): Html {
  const { check, title, severity, scope, fix, refs, occurrences } = problem;
  const first = occurrences[0]?.finding.finding;
  const cases = casesOf(problem);
  return html`<li class="problem ${severity}"><h3>${severityBadge(severity)} ${title}</h3>
<p class="ids"><code>${check}</code> <span class="scope-of ${scope}">${scope === 'rollout' ? 'real system' : scope === 'harness' ? 'double' : 'party not stated'}</span></p>
${showValues(first?.expected, first?.observed)}
${showFix(fix) ?? showSources(refs)}
<p class="in">In ${count(cases.length, 'case')}: ${cases.map(
    (one, index) =>
      html`${index > 0 && ', '}<a href="#${one.first.anchor}">${one.in.report.case}</a>${one.times > 1 && ` (${one.times} findings)`}`,
  )}</p></li>
`;
}

/** What this run cannot speak for, so that silence is not taken for a pass. */
export function showNotTested({ report, cases }: Triage): Html {
  const unseen = cases.filter((one) => ofKind(one, 'not-seen').length > 0);
  const lines = [
    ...(report.incomplete === undefined
      ? []
      : [html`<strong>The run is incomplete.</strong> ${report.incomplete}`]),
    ...report.notTested.map((line) => html`${line}`),
    ...(unseen.length === 0 ? [] : [showUnseen(unseen)]),
  ];
  if (lines.length === 0) return html`<p class="none">Nothing was left out.</p>`;
  return html`<ul class="untested">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

/** In most runs that is every case, so the list is folded. */
function showUnseen(cases: readonly TriagedCase[]): Html {
  return html`<details><summary>${count(cases.length, 'case')} could not judge some checks for want of evidence.</summary><ul>${cases.map(
    (one) =>
      html`<li><a href="#${one.anchor}">${one.report.integration}/${one.report.case}</a>: ${count(ofKind(one, 'not-seen').length, 'check')}</li>`,
  )}</ul></details>`;
}
