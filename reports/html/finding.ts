import type { Fix } from '../../harness/model/check.ts';
import type { SpecRef } from '../../harness/model/spec.ts';
import { describeSource } from '../spec-links.ts';
import type { TriagedFinding } from '../triage.ts';
import { severityBadge } from './badges.ts';
import { compareValues } from './compare.ts';
import { type Html, html } from './markup.ts';
import type { CaseMessages } from './messages.ts';
import { showExcerpt } from './xml-view.ts';

/** A finding with all that is needed to mend it. */
export function showFinding(triaged: TriagedFinding, messages: CaseMessages): Html {
  const { finding, kind, anchor } = triaged;
  return html`<article class="finding ${kind}" id="${anchor}" tabindex="-1" data-finding data-kind="${kind}" data-severity="${finding.severity}">
<header><h5>${severityBadge(finding.severity)} ${finding.title}</h5>
<p class="ids"><code>${finding.check}</code> <a class="permalink" href="#${anchor}">Link<span class="hidden"> to ${finding.check}</span></a></p></header>
<p class="says">${finding.message}</p>
${showValues(finding.expected, finding.observed)}
${showWhere(triaged, messages)}
${showFix(finding.fix)}
${showSources(finding.refs)}
</article>`;
}

const longestBeside = 44;

export function showValues(expected: string | undefined, observed: string | undefined): Html | undefined {
  if (expected === undefined && observed === undefined) return undefined;
  const both = compareValues(expected ?? '', observed ?? '');
  // Long values stand above each other, where a difference is seen and an address need not be broken.
  const long = Math.max(expected?.length ?? 0, observed?.length ?? 0) > longestBeside;
  return html`<dl class="values${long && ' long'}">${expected !== undefined && html`<div class="expected"><dt>Expected</dt><dd><code>${both.expected}</code></dd></div>`}${observed !== undefined && html`<div class="observed"><dt>Observed</dt><dd><code>${both.observed}</code></dd></div>`}</dl>`;
}

function showWhere({ finding, anchor }: TriagedFinding, messages: CaseMessages): Html | undefined {
  const { where } = finding;
  if (where === undefined) return undefined;
  const place = messages.placeOf(anchor);
  const line =
    where.line === undefined
      ? ''
      : `, line ${where.line}${where.column === undefined ? '' : `, column ${where.column}`}`;
  const excerpt = place === undefined ? where.snippet : showExcerpt(place.xml, place.mark);
  return html`<figure class="where"><figcaption><span>In the ${where.artifact}${line}: <code>${where.path}</code></span>${
    place?.mark.id !== undefined && html` <a href="#${place.mark.id}">Show in the whole message</a>`
  }</figcaption>${
    excerpt !== undefined &&
    html`<pre tabindex="0" role="region" aria-label="Where ${finding.check} fails"><code>${excerpt}</code></pre>`
  }</figure>`;
}

/** Console, then field, then change: the way a person goes through the screens. */
export function showFix(fix: Fix | undefined): Html | undefined {
  if (fix === undefined) return undefined;
  const path = fix.field.split('→').map((step) => step.trim());
  return html`<div class="fix"><p class="label">How to mend it</p>
<ol class="path"><li class="console">${fix.console}</li>${path.map((step) => html`<li>${step}</li>`)}</ol>
<p class="change">${fix.change}</p></div>`;
}

export function showSources(refs: readonly SpecRef[]): Html | undefined {
  if (refs.length === 0) return undefined;
  return html`<div class="sources"><p class="label">${refs.length === 1 ? 'Source' : 'Sources'}</p><ul>${refs.map(
    (ref) => {
      const { kind, title, says, url } = describeSource(ref);
      if (kind === 'assumption') return html`<li><em>Our assumption:</em> ${title} ${says}</li>`;
      const cited = url === undefined ? title : html`<a href="${url}" rel="noreferrer noopener">${title}</a>`;
      return html`<li>${cited}: ${says}</li>`;
    },
  )}</ul></div>`;
}
