import type { AttackOutcome } from '../../harness/model/attack.ts';
import type { RefusalExchange, RefusalResult, RefusalRun } from '../../harness/model/refusal.ts';
import type { Report } from '../../harness/model/report.ts';
import { attacksOf, countOutcomes, describeRun, outcomeOrder, tellOutcomes } from '../refusals.ts';
import { count } from '../text.ts';
import { outcomeBadge } from './badges.ts';
import { showSources } from './finding.ts';
import { type Html, html } from './markup.ts';

/** Every attack, target by target: what came of it, and folded away how it works, what was sent and what to do. */
export function showRefusals(report: Report): Html {
  const { refusals = [] } = report;
  return html`${showFilters(report)}<p class="none" id="no-attack-shown" hidden>No attack matches the filter.</p>${refusals.map(showRun)}`;
}

const filterWords: Readonly<Record<AttackOutcome, string>> = {
  fell: 'Fell',
  warned: 'Warned',
  inconclusive: 'Inconclusive',
  held: 'Held',
  'not-applicable': 'Not applicable',
};

function showFilters(report: Report): Html {
  const families = [...new Set(attacksOf(report).map(({ family }) => family))].sort();
  return html`<search aria-label="Attacks"><form id="attack-filters" class="in-line" hidden aria-label="Filter the attacks">
<p><label for="attack-text">Search</label><input id="attack-text" type="search" name="text" autocomplete="off" spellcheck="false" placeholder="name, CVE, mechanism …"></p>
<p><label for="attack-family">Family</label><select id="attack-family" name="family"><option value="">All</option>${families.map((one) => html`<option value="${one}">${one}</option>`)}</select></p>
<fieldset><legend>What came of it</legend>${outcomeOrder.map((one) => html`<label class="box"><input type="checkbox" name="outcome" value="${one}" checked> ${filterWords[one]}</label>`)}</fieldset>
<p class="shown" role="status"></p></form></search>`;
}

function showRun(run: RefusalRun, index: number): Html {
  const heading = `attacks-${index + 1}`;
  return html`<section class="scope" aria-labelledby="${heading}"><h3 id="${heading}">${run.target}</h3>
<p class="quiet">${count(run.results.length, 'attack')}: ${tellOutcomes(run.results)}. ${describeRun(run).join(' ')}</p>
${run.results.length > 0 && showFamilies(run)}
<div class="scroll" role="region" tabindex="0" aria-label="Attacks on ${run.target}"><table class="attacks">
<thead><tr><th scope="col">Outcome</th><th scope="col">Attack</th></tr></thead>
<tbody>${sorted(run.results).map((one) => showAttack(one, heading))}</tbody></table></div></section>`;
}

/** How each family fared, at a glance. */
function showFamilies({ results, target }: RefusalRun): Html {
  const families = [...Map.groupBy(results, ({ family }) => family)];
  return html`<details class="more"><summary>By family</summary><div class="scroll" role="region" tabindex="0" aria-label="Attacks on ${target} by family"><table>
<thead><tr><th scope="col">Family</th>${outcomeOrder.map((one) => html`<th scope="col">${filterWords[one]}</th>`)}</tr></thead>
<tbody>${families.map(([family, members]) => {
    const counts = countOutcomes(members);
    return html`<tr><th scope="row">${family}</th>${outcomeOrder.map((one) => html`<td>${counts[one]}</td>`)}</tr>`;
  })}</tbody></table></div></details>`;
}

function sorted(results: readonly RefusalResult[]): readonly RefusalResult[] {
  return results.toSorted((a, b) => outcomeOrder.indexOf(a.outcome) - outcomeOrder.indexOf(b.outcome));
}

function showAttack(result: RefusalResult, heading: string): Html {
  const { attack, family, title, outcome, says } = result;
  const anchor = `${heading}-${attack.replace(/[^A-Za-z0-9]+/g, '-')}`;
  return html`<tr id="${anchor}" data-attack data-outcome="${outcome}" data-family="${family}"><td class="came-of-it">${outcomeBadge(outcome, filterWords[outcome].toLowerCase())}</td>
<td class="attack"><p class="attack-title">${title} <a class="permalink" href="#${anchor}">Link<span class="hidden"> to ${attack}</span></a></p><p class="ids"><code>${attack}</code></p><p class="says">${says}</p>
<details class="more"><summary>How, why and what to do<span class="hidden"> about ${attack}</span></summary>${showDetails(result)}</details></td></tr>
`;
}

function showDetails(result: RefusalResult): Html {
  const { mechanism, loggedIn, auditReason, weaknesses, advisory, advice, cves, refs, exchanges } = result;
  const took = result.outcome === 'fell' || result.outcome === 'warned';
  const row = (name: string, value: Html | string | undefined | false) =>
    value !== undefined &&
    value !== false &&
    value !== '' &&
    html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  const names = loggedIn.map(({ jar, who }) => `${who} (${jar} browser)`).join(', ');
  const lacks = weaknesses.map(({ says }) => `The target ${says}.`).join(' ');
  return html`<dl class="facts">${row('Mechanism', mechanism)}${row('Logged in', names === '' ? 'nobody' : names)}${row('The target’s own reason', auditReason)}${row(took ? 'What it means' : 'A fall would mean', lacks)}${row('Only a warning', advisory)}${row('What to do', advice.join(' '))}${row('Known as', cves.join(', '))}</dl>
${showSources(refs)}${exchanges.map((exchange, index) => showExchange(exchange, result, index))}`;
}

function showExchange(exchange: RefusalExchange, { attack }: RefusalResult, index: number): Html {
  const { jar, method, url, message, relayState, copies, answer } = exchange;
  const times = copies === undefined ? '' : `, ${copies} copies at one instant`;
  return html`<figure class="where"><figcaption><span>Message ${index + 1}, ${jar} browser${times}: <code>${method} ${url}</code></span></figcaption>
${message !== undefined && html`<pre tabindex="0" role="region" aria-label="Message ${index + 1} of ${attack}"><code>${message}</code></pre>`}
${relayState !== undefined && html`<p>RelayState: <code>${relayState}</code></p>`}
<p>Answered ${answer.status === 0 ? 'not at all' : answer.status} at <code>${answer.url}</code>${answer.leadsTo !== undefined && html`, which leads to <code>${answer.leadsTo}</code>`}${answer.text !== '' && html`: “${answer.text}”`}</p></figure>`;
}
