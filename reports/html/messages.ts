import type { TriagedCase } from '../triage.ts';
import { type Html, html } from './markup.ts';
import { findPlace } from './xml-place.ts';
import { type Mark, mergeMarks, showMessage } from './xml-view.ts';

/** The messages of one case with the places that its findings point at. */
export interface CaseMessages {
  /** @param anchor of a finding; undefined when it points at no message, or the place is not found */
  readonly placeOf: (anchor: string) => { readonly xml: string; readonly mark: Mark } | undefined;
  readonly body: readonly Html[];
}

const marked = new Set(['failure', 'warning', 'note', 'expected', 'waived', 'manual']);

export function layOutMessages(one: TriagedCase): CaseMessages {
  const places = new Map<string, { xml: string; mark: Mark }>();
  const body = one.report.messages.map(({ artifact, xml }, index) => {
    const own = one.findings.flatMap(({ finding: { where }, kind, anchor }) => {
      if (where?.artifact !== artifact || !marked.has(kind)) return [];
      const place = findPlace(xml, where);
      return place === undefined ? [] : [{ ...place, anchor }];
    });
    const marks = mergeMarks(own.map(({ start, end }) => ({ start, end }))).map((mark, number) => ({
      ...mark,
      id: `${one.anchor}--message-${index + 1}-mark-${number + 1}`,
    }));
    for (const { start, end, anchor } of own) {
      const id = marks.find((mark) => mark.start <= start && end <= mark.end)?.id;
      places.set(anchor, { xml, mark: { start, end, ...(id === undefined ? {} : { id }) } });
    }
    const shown = showMessage(xml, marks);
    return html`<details class="more"><summary>${artifact}${marks.length > 0 && html` <span class="count">${marks.length} marked</span>`}</summary>
${shown.note !== '' && html`<p class="quiet">${shown.note}</p>`}
<pre class="whole" tabindex="0" role="region" aria-label="${artifact} of ${one.report.title}"><code>${shown.body}</code></pre></details>`;
  });
  return { placeOf: (anchor) => places.get(anchor), body };
}
