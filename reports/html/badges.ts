import type { AttackOutcome } from '../../harness/model/attack.ts';
import type { Severity } from '../../harness/model/finding.ts';
import type { Verdict } from '../../harness/model/report.ts';
import { type Html, html } from './markup.ts';

/** Shape and word beside the colour: a verdict is never told by colour alone. */
const shapes: Readonly<Record<Verdict | 'warned', string>> = {
  pass: 'M5 12.5l4.5 4.5L19 7.5',
  fail: 'M7 7l10 10M17 7L7 17',
  warned: 'M12 5v9M12 17.6v.2',
  inconclusive: 'M9 9.2a3 3 0 1 1 4.6 2.6c-1 .6-1.6 1.2-1.6 2.4M12 17.6v.2',
};

export function verdictIcon(verdict: Verdict | 'warned'): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${shapes[verdict]}"/></svg>`;
}

export function verdictBadge(verdict: Verdict): Html {
  return html`<span class="badge ${verdict}">${verdictIcon(verdict)}${verdict}</span>`;
}

export function severityBadge(severity: Severity): Html {
  return html`<span class="badge severity ${severity}">${severity}</span>`;
}

const looks: Readonly<Record<AttackOutcome, Verdict | 'warned' | undefined>> = {
  fell: 'fail',
  warned: 'warned',
  inconclusive: 'inconclusive',
  held: 'pass',
  'not-applicable': undefined,
};

export function outcomeBadge(outcome: AttackOutcome, word: string): Html {
  const verdict = looks[outcome];
  return html`<span class="badge ${verdict ?? 'zero'}">${verdict !== undefined && verdictIcon(verdict)}${word}</span>`;
}
