import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Report } from '../../harness/model/report.ts';
import { writeHeadline } from '../headline.ts';
import { attacksOf } from '../refusals.ts';
import { scopes, type Triage, triage } from '../triage.ts';
import { showCase } from './case.ts';
import { showFilters } from './filters.ts';
import { showListData } from './lists.ts';
import { type Content, type Html, html, trusted } from './markup.ts';
import { showMatrix } from './matrix.ts';
import { showNotTested, showProblems, showVerdict } from './overview.ts';
import { showRefusals } from './refusals.ts';
import { type LoadImage, loadPictures } from './screenshots.ts';

export interface HtmlOptions {
  /** Gives a screenshot as a data URL; without it the page names the files instead. */
  readonly loadImage?: LoadImage;
}

/** The report as one HTML page that needs nothing beside itself: no network, no other file. */
export function writeHtml(report: Report, options: HtmlOptions = {}): string {
  const style = readFileSync(new URL('./page.css', import.meta.url), 'utf8');
  const script = readFileSync(new URL('./page-client.js', import.meta.url), 'utf8');
  const triaged = triage(report);
  const pictures = loadPictures(triaged.cases, options.loadImage ?? (() => undefined));
  const sections = sectionsOf(triaged, pictures);
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
<title>${writeHeadline(triaged).word}: countersign report</title>
<style>${trusted(style)}</style></head>
<body><a class="skip" href="#main">Skip to the results</a>
${showVerdict(triaged)}
<div class="columns">
<div class="side">${showContents(sections)}${hasCases(triaged) && showFilters(triaged)}</div>
<main id="main" tabindex="-1">
${sections.map(({ id, title, body }) => section(id, title, body()))}
</main></div>
<footer><p>Written by countersign ${report.tool.version} from <code>results.json</code>. Evidence lies beside this page; judging it again gives the same findings.</p></footer>
${hasCases(triaged) && showListData(triaged.cases)}<script>${trusted(script)}</script></body></html>
`;
  return page.markup;
}

function section(id: string, title: string, body: Content): Html {
  return html`<section class="page-section" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${body}</section>`;
}

/** Real systems and doubles are always told of, also when there are none: a green double must not stand in. */
function shownScopes(triaged: Triage): readonly Html[] {
  return scopes
    .filter((scope) => scope !== 'unstated' || triaged.cases.some((one) => one.scope === scope))
    .map((scope) => showMatrix(triaged, scope));
}

interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly body: () => Content;
  /** How many things it has, where that is worth telling. */
  readonly amount?: number;
}

/** A run of nothing but attacks has no cases to show; any other tells also that there were none. */
function hasCases({ report, cases }: Triage): boolean {
  return cases.length > 0 || report.refusals === undefined;
}

function sectionsOf(triaged: Triage, pictures: ReadonlyMap<string, string>): readonly PageSection[] {
  const { report, problems, cases } = triaged;
  const ofCases: readonly PageSection[] = [
    { id: 'mend', title: 'What to mend', body: () => showProblems(triaged), amount: problems.length },
    { id: 'matrix', title: 'Integrations and cases', body: () => shownScopes(triaged) },
    {
      id: 'cases',
      title: 'Case by case',
      body: () =>
        html`<p class="none" id="nothing-shown" hidden>No case matches the filter.</p>${cases.map((one) => showCase(one, pictures))}${cases.length === 0 && html`<p class="none">No case was judged.</p>`}`,
      amount: cases.length,
    },
  ];
  const attacks = {
    id: 'attacks',
    title: 'Attacks',
    body: () => showRefusals(report),
    amount: attacksOf(report).length,
  };
  return [
    ...(hasCases(triaged) ? ofCases : []),
    ...(report.refusals === undefined ? [] : [attacks]),
    { id: 'not-tested', title: 'What was not tested', body: () => showNotTested(triaged) },
  ];
}

function showContents(sections: readonly PageSection[]): Html {
  return html`<nav aria-label="Contents"><ul>${sections.map(
    ({ id, title, amount }) =>
      html`<li><a href="#${id}">${title}${amount !== undefined && html` <span class="count">${amount}</span>`}</a></li>`,
  )}</ul></nav>`;
}

/** Nothing is fetched, and only this very style sheet and script are used, whatever a target put into the text. */
export function contentPolicy(style: string, script: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    'img-src data:',
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}
