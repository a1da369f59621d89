import { readFileSync } from 'node:fs';
import { verdictIcon } from '../../../reports/html/badges.ts';
import { type Content, type Html, html, trusted } from '../../../reports/html/markup.ts';
import { contentPolicy } from '../../../reports/html/write-html.ts';
import { showMoment } from '../../../reports/text.ts';
import { amount, headlineOf, number, sentencesOf } from './groups.ts';
import { showReasons } from './html-reasons.ts';
import { showSts } from './html-sts.ts';
import { showTables } from './html-table.ts';
import type { PredictionReport } from './report.ts';

/**
 * The prediction as one page that needs nothing beside itself, in the look of the report of a run: given in pieces,
 * since a table may have hundreds of thousands of cells.
 */
export function* writePage(report: PredictionReport): Iterable<string> {
  const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
  const style = `${read('../../../reports/html/page.css')}${read('./page.css')}`;
  const script = read('./page-client.js');
  const headline = headlineOf(report);
  yield html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
<title>${headline}: countersign prediction</title>
<style>${trusted(style)}</style></head>
<body class="prediction"><a class="skip" href="#main">Skip to the table</a>
${showHead(report, headline)}
<div class="columns">
<div class="side">${showContents(report)}${showFilters()}</div>
<main id="main" tabindex="-1">
${report.sts !== undefined && section('sts', 'Asked STS', showSts(report.sts))}
<section class="page-section" id="table" aria-labelledby="table-title"><h2 id="table-title">Users × roles</h2>
<p class="quiet legend"><span class="y">yes</span> can assume · <span class="n">no R1</span> the assertion lists the role and AWS refuses it, for reason R1 below · <span>–</span> the assertion does not list the role</p>
<p class="none" id="nothing-shown" hidden>Nothing matches the filter.</p>
`.markup;
  yield* showTables(report);
  yield '</section>\n';
  yield* showReasons(report);
  yield html`${section('unpredicted', 'Not predicted', showUnpredicted(report))}
${section('assumptions', 'Assumptions', showAssumptions(report))}
${section('notes', 'Notes', showNotes(report))}
</main></div>
<footer><p>Predicted by countersign ${report.tool.version} from files alone: nobody logged in, and ${report.sts === undefined ? 'AWS was not asked' : html`STS was asked at <code>${report.sts.host}</code>, to compare`}.</p></footer>
<script>${trusted(script)}</script></body></html>
`.markup;
}

function showHead(report: PredictionReport, headline: string): Html {
  const { verdict, summary, tool } = report;
  const tile = (count: number, name: string, kind: string) =>
    html`<li class="tile ${count > 0 ? kind : 'zero'}"><strong>${number(count)}</strong> ${name}</li>`;
  return html`<header class="verdict ${verdict}"><div class="inner">
<p class="product">countersign ${tool.version} · prediction</p>
<h1>${verdictIcon(verdict)}${headline}</h1>
<p class="reach">${sentencesOf(report).join(' ')}</p>
<ul class="tiles" aria-label="Cells by outcome">${tile(summary.refused, 'refused', 'fail')}${tile(summary.unpredicted, 'not predicted', 'inconclusive')}${tile(summary.canAssume, 'can be assumed', 'pass')}${tile(summary.notListed, 'not listed', 'info')}</ul>
<p class="run">${showWhen(report)}${report.only !== undefined && ` Only the outcome “${report.only}” is shown.`}</p>
</div></header>`;
}

function showWhen({ users, from }: PredictionReport): Content {
  const moments = [...new Set(users.map(({ asOf }) => asOf))].sort();
  const [first, last] = [moments.at(0), moments.at(-1)];
  if (first === undefined || last === undefined) return 'Nobody was judged.';
  const time = (iso: string) => html`<time datetime="${iso}">${showMoment(iso)}</time>`;
  const what = from === 'responses' ? 'Saved responses' : 'Planned assertions';
  return moments.length === 1
    ? html`${what}, judged as of ${time(first)}.`
    : html`${what}, each judged as of its issue, from ${time(first)} to ${time(last)}.`;
}

function showContents(report: PredictionReport): Html {
  const entries: readonly (readonly [string, string, number])[] = [
    ...(report.sts === undefined ? [] : [['sts', 'Asked STS', report.sts.comparisons.length] as const]),
    ['table', 'Users × roles', report.users.length],
    ['reasons', 'Why not', report.reasons.length],
    ['unpredicted', 'Not predicted', report.unpredicted.length],
    ['assumptions', 'Assumptions', report.assumptions.length],
    ['notes', 'Notes', report.notes.length],
  ];
  return html`<nav aria-label="Contents"><ul>${entries.map(
    ([id, title, count]) =>
      html`<li><a href="#${id}">${title} <span class="count">${number(count)}</span></a></li>`,
  )}</ul></nav>`;
}

/** Native controls only. Without scripts the form is not shown. */
function showFilters(): Html {
  const box = (value: string, label: string) =>
    html`<label class="box"><input type="checkbox" name="outcome" value="${value}" checked> ${label}</label>`;
  return html`<search><form id="filters" hidden aria-label="Filter the table"><h2>Filter</h2>
<label for="filter-user">User</label><input id="filter-user" type="search" name="user" autocomplete="off" spellcheck="false" placeholder="part of the name …">
<label for="filter-role">Role</label><input id="filter-role" type="search" name="role" autocomplete="off" spellcheck="false" placeholder="part of name or ARN …">
<fieldset><legend>Outcome</legend>${box('y', 'Can assume')}${box('n', 'Refused')}${box('u', 'Not listed')}</fieldset>
<button type="reset">Clear filters</button>
<p class="shown" role="status"></p></form></search>`;
}

function showUnpredicted({ unpredicted }: PredictionReport): Html {
  const most = 500;
  return html`${unpredicted.length > 0 && html`<ul class="untested">${unpredicted.slice(0, most).map(({ user, role, why }) => html`<li><strong>${user}</strong>${role !== undefined && html`, <code>${role}</code>`}: ${why}</li>\n`)}</ul>`}${unpredicted.length === 0 && html`<p class="none">Nothing was left open.</p>`}${unpredicted.length > most && html`<p class="quiet">And ${number(unpredicted.length - most)} more: <code>--format json</code> has them all.</p>`}`;
}

function showAssumptions({ assumptions }: PredictionReport): Html {
  if (assumptions.length === 0) return html`<p class="none">The table rests on none.</p>`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Table of assumptions"><table class="assumptions">
<thead><tr><th scope="col">Assumption</th><th scope="col">What is known</th><th scope="col">Bears on</th></tr></thead>
<tbody>${assumptions.map(
    ({ id, assumption, known, cells }) =>
      html`<tr><th scope="row">${assumption} <code>${id}</code></th><td>${known}</td><td>${cells === undefined ? 'all' : amount(cells, 'cell')}</td></tr>\n`,
  )}</tbody></table></div>`;
}

function showNotes({ notes, leftOut }: PredictionReport): Html {
  if (notes.length === 0 && leftOut.length === 0) return html`<p class="none">None.</p>`;
  return html`${notes.length > 0 && html`<ul class="listed">${notes.map((note) => html`<li>${note}</li>`)}</ul>`}${leftOut.length > 0 && html`<details class="more"><summary>${amount(leftOut.length, 'role')} that no SAML login reaches and no assertion names, left out</summary><ul class="listed">${leftOut.map((arn) => html`<li><code>${arn}</code></li>`)}</ul></details>`}`;
}

function section(id: string, title: string, body: Content): Html {
  return html`<section class="page-section" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${body}</section>`;
}
