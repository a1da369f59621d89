import type { Verdict } from '../../harness/model/report.ts';
import { count } from '../text.ts';
import { countVerdicts, type Scope, scopeTitles, type Triage, type TriagedCase } from '../triage.ts';
import { verdictIcon } from './badges.ts';
import { type Html, html } from './markup.ts';

interface Column {
  readonly integration: string;
  readonly flow: string;
}

/** The cases of one scope: a row a journey, a column an integration and flow. Cells lead to the case. */
export function showMatrix({ cases }: Triage, scope: Scope): Html {
  const here = cases.filter((one) => one.scope === scope);
  const { title, about } = scopeTitles[scope];
  const heading = html`<h3 id="scope-${scope}">${title}</h3><p class="quiet">${about} ${tally(here)}</p>`;
  if (here.length === 0)
    return html`<section class="scope empty" aria-labelledby="scope-${scope}">${heading}<p class="none">None in this run. ${absence[scope]}</p></section>`;
  const integrations = Map.groupBy(columnsOf(here), ({ integration }) => integration);
  const columns = [...integrations.values()].flat();
  const journeys = Map.groupBy(here, journeyOf);
  return html`<section class="scope" aria-labelledby="scope-${scope}">${heading}
<div class="scroll" role="region" tabindex="0" aria-label="Cases by integration: ${title}"><table class="matrix">
<thead><tr><th scope="col" rowspan="2">Journey</th>${[...integrations].map(([integration, own]) => html`<th scope="colgroup" colspan="${own.length}">${integration}</th>`)}</tr>
<tr>${columns.map(({ flow }) => html`<th scope="col">${shortFlow(flow)}</th>`)}</tr></thead>
<tbody>${[...journeys].map(
    ([
      ,
      members,
    ]) => html`<tr><th scope="row">${journeyTitle(members[0])}</th>${columns.map((column) => showCell(members, column))}</tr>
`,
  )}</tbody></table></div></section>`;
}

const absence: Readonly<Record<Scope, string>> = {
  rollout:
    'A green result elsewhere on this page shows that the harness works, not that your rollout is safe to ship.',
  harness: 'Nothing here shows that the harness would have noticed a mistake.',
  unstated: '',
};

function tally(cases: readonly TriagedCase[]): string {
  if (cases.length === 0) return '';
  const { pass, fail, inconclusive } = countVerdicts(cases);
  const doubtful = inconclusive === 0 ? '' : `, ${inconclusive} inconclusive`;
  return `${count(cases.length, 'case')}: ${pass} passed, ${fail} failed${doubtful}.`;
}

function columnsOf(cases: readonly TriagedCase[]): readonly Column[] {
  const columns = new Map(
    cases.map(({ report: { integration, flow } }) => [
      JSON.stringify([integration, flow]),
      { integration, flow },
    ]),
  );
  return [...columns.values()];
}

function showCell(members: readonly TriagedCase[], { integration, flow }: Column): Html {
  const own = members.filter(({ report }) => report.integration === integration && report.flow === flow);
  if (own.length === 0)
    return html`<td class="none"><span aria-hidden="true">–</span><span class="hidden">no such case</span></td>`;
  return html`<td>${own.map(
    ({ report, anchor }) =>
      html`<a class="cell ${report.verdict}" href="#${anchor}" data-cell="${anchor}">${verdictIcon(report.verdict)}${cellWords[report.verdict]}<span class="hidden">: ${report.title}, ${integration}</span></a>`,
  )}</td>`;
}

const cellWords: Readonly<Record<Verdict, string>> = { pass: 'pass', fail: 'fail', inconclusive: 'unsure' };

/** Cases that differ only in who starts the login are one journey: `replay-sp` and `replay-idp`. */
function journeyOf({ report }: TriagedCase): string {
  const starter = report.flow.split('-')[0] ?? '';
  return report.case.endsWith(`-${starter}`) ? report.case.slice(0, -starter.length - 1) : report.case;
}

function journeyTitle(one: TriagedCase | undefined): string {
  return one?.report.title.replace(/ \((?:SP|IdP)-initiated\)$/, '') ?? '';
}

const flows: Readonly<Record<string, string>> = {
  'sp-initiated-login': 'SP-initiated',
  'idp-initiated-login': 'IdP-initiated',
};

function shortFlow(flow: string): string {
  return flows[flow] ?? flow;
}
