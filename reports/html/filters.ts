import { scopes, type Triage } from '../triage.ts';
import { type Html, html } from './markup.ts';

const scopeWords = { rollout: 'Real systems', harness: 'Doubles', unstated: 'Not stated' } as const;

/** Native controls only, so that keyboard and screen reader work as everywhere. Without scripts the form is not shown. */
export function showFilters({ cases }: Triage): Html {
  const integrations = [...new Set(cases.map(({ report }) => report.integration))];
  const present = scopes.filter((scope) => cases.some((one) => one.scope === scope));
  const box = (group: string, value: string, label: string) =>
    html`<label class="box"><input type="checkbox" name="${group}" value="${value}" checked> ${label}</label>`;
  return html`<search><form id="filters" hidden aria-label="Filter the cases"><h2>Filter</h2>
<label for="filter-text">Search</label><input id="filter-text" type="search" name="text" autocomplete="off" spellcheck="false" placeholder="check, message, field …">
<fieldset><legend>Verdict</legend>${box('verdict', 'fail', 'Failed')}${box('verdict', 'inconclusive', 'Inconclusive')}${box('verdict', 'pass', 'Passed')}</fieldset>
<fieldset><legend>Under test</legend>${present.map((scope) => box('scope', scope, scopeWords[scope]))}</fieldset>
<label for="filter-integration">Integration</label><select id="filter-integration" name="integration"><option value="">All</option>${integrations.map((one) => html`<option value="${one}">${one}</option>`)}</select>
<label for="filter-severity">Failing with severity</label><select id="filter-severity" name="severity"><option value="">Any, or none</option><option value="error">error</option><option value="warning">warning</option><option value="info">info</option></select>
<button type="reset">Clear filters</button>
<p class="shown" role="status"></p></form></search>`;
}
