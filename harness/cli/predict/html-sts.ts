import { type Html, html } from '../../../reports/html/markup.ts';
import { showMoment } from '../../../reports/text.ts';
import { answeredText, type ComparisonResult, foretoldText, type StsReport } from './compare-sts.ts';
import { amount, number } from './groups.ts';

const words: Readonly<Record<ComparisonResult, string>> = {
  agree: 'agrees',
  differ: 'differs',
  open: 'open',
};
const order: readonly ComparisonResult[] = ['differ', 'open', 'agree'];
/** A page with more lines would take long to open. */
const most = 2_000;

/** What STS answered, beside what was foretold: what differs comes first. */
export function showSts({ comparisons, endpoint, host, askedAt, summary }: StsReport): Html {
  const sorted = order.flatMap((result) => comparisons.filter((one) => one.result === result));
  const where = html`<p class="quiet">The saved responses were sent to <code>${endpoint}</code> on <time datetime="${askedAt}">${showMoment(askedAt)}</time>; the credentials that came back were dropped. Of ${amount(summary.asked, 'call')}, ${number(summary.agree)} agree with the prediction, ${number(summary.differ)} differ, ${number(summary.open)} are open.</p>`;
  if (sorted.length === 0)
    return html`${where}<p class="none">No response lists a role, so ${host} was not asked.</p>`;
  return html`${where}<div class="scroll" role="region" tabindex="0" aria-label="Table of answers"><table class="assumptions sts">
<thead><tr><th scope="col">User and role</th><th scope="col">Result</th><th scope="col">Predicted</th><th scope="col">STS answered</th></tr></thead>
<tbody>${sorted
    .slice(0, most)
    .map(
      ({ user, role, provider, foretold, answered, result }) =>
        html`<tr class="${result}"><th scope="row">${user} <code>${role}</code> <code>${provider}</code></th><td>${words[result]}</td><td>${foretoldText(foretold)}</td><td>${answeredText(answered)}</td></tr>\n`,
    )}</tbody></table></div>${sorted.length > most && html`<p class="quiet">And ${number(sorted.length - most)} more: <code>--format csv</code> has them all.</p>`}`;
}
