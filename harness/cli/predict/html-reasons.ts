import { type Html, html } from '../../../reports/html/markup.ts';
import { amount, groupReasons, number, type ReasonGroup, type RuleGroup, roleNamer } from './groups.ts';
import type { PredictionReport } from './report.ts';

/** A page with more sentences would take long to open; the others are told of by their rule. */
const mostReasons = 20_000;
/** So many say whom they concern; of the others the table tells. */
const mostNamed = 1_000;
/** Sentences of one rule that are seen without opening the rest. */
const openReasons = 5;
const mostGroups = 20;
const mostNames = 20;

/** Where on the page a reason stands: at itself, or at its rule when there are too many. */
export function linkOf({ reasons }: PredictionReport): (reason: string) => string {
  const links = new Map(
    reasons.map(({ id, rule }, index) => [id, index < mostReasons ? id : anchorOf(rule)]),
  );
  return (reason) => links.get(reason) ?? 'reasons';
}

/** Why roles are refused: a box for each rule, in it the sentences, and whom they concern. */
export function* showReasons(report: PredictionReport): Iterable<string> {
  yield html`<section class="page-section" id="reasons" aria-labelledby="reasons-title"><h2 id="reasons-title">Why not</h2>`
    .markup;
  const nameRole = roleNamer(report.roles);
  const shown = new Set(report.reasons.slice(0, mostReasons).map(({ id }) => id));
  const groups = groupReasons(report, mostNamed);
  if (groups.length === 0) yield html`<p class="none">No role that an assertion lists is refused.</p>`.markup;
  else yield '<ol class="problems">';
  for (const group of groups) yield* showRule(group, shown, nameRole);
  yield groups.length === 0 ? '</section>\n' : '</ol></section>\n';
}

function* showRule(
  { rule, about, count, reasons }: RuleGroup,
  shown: ReadonlySet<string>,
  nameRole: (arn: string) => string,
): Iterable<string> {
  yield html`<li class="problem error" id="${anchorOf(rule)}" tabindex="-1"><h3><span class="badge error">${number(count)} refused</span> Broken rule: ${about.says}</h3>
<p class="ids"><code>${rule}</code> · AWS answers <code>${about.code}</code>: ${about.message}</p>
<p class="ids">Source: ${about.source}</p><ul class="reasons">
`.markup;
  const own = reasons.filter(({ reason }) => shown.has(reason.id));
  yield* own.slice(0, openReasons).map((one) => showReason(one, nameRole).markup);
  yield '</ul>';
  if (own.length > openReasons) {
    yield html`<details class="more"><summary>${amount(own.length - openReasons, 'more reason')} of this rule</summary><ul class="reasons">`
      .markup;
    for (const one of own.slice(openReasons)) yield showReason(one, nameRole).markup;
    yield '</ul></details>';
  }
  const hidden = reasons.length - own.length;
  if (hidden > 0)
    yield html`<p class="quiet">And ${amount(hidden, 'more reason')}: <code>--format csv</code> has them all.</p>`
      .markup;
  yield '</li>\n';
}

function showReason({ reason, refused }: ReasonGroup, nameRole: (arn: string) => string): Html {
  const isNamed = Number(reason.id.slice(1)) <= mostNamed;
  return html`<li id="${reason.id}" tabindex="-1"><p><strong class="reason">${reason.id}</strong> ${reason.says}</p>${
    isNamed &&
    html`<ul class="listed">${refused
      .slice(0, mostGroups)
      .map(
        ({ roles, users }) =>
          html`<li>${showNames(roles, (role) => html`<code title="${role}">${nameRole(role)}</code>`)} refused to ${showNames(users, (user) => html`${user}`)}</li>`,
      )}${refused.length > mostGroups && html`<li>and ${amount(refused.length - mostGroups, 'more group')} of roles</li>`}</ul>`
  }</li>
`;
}

function showNames(names: readonly string[], show: (name: string) => Html): Html {
  const more = names.length - mostNames;
  return html`${names.slice(0, mostNames).map((name, index) => html`${index > 0 && ', '}${show(name)}`)}${more > 0 && ` and ${number(more)} more`}`;
}

function anchorOf(rule: string): string {
  return `rule-${rule.replace('/', '-')}`;
}
