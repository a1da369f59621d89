import { count, showDuration } from '../text.ts';
import { ofKind, scopeTitles, type TriagedCase, type TriagedFinding } from '../triage.ts';
import { severityBadge, verdictBadge } from './badges.ts';
import { showFinding, showValues } from './finding.ts';
import { showList } from './lists.ts';
import { type Content, type Html, html } from './markup.ts';
import { layOutMessages } from './messages.ts';
import { showScreenshots } from './screenshots.ts';
import { drawSequence, partiesOf } from './sequence.ts';

/** One case: why its verdict is what it is, what has to be mended, and everything that was seen. */
export function showCase(one: TriagedCase, pictures: ReadonlyMap<string, string>): Html {
  const { report, anchor, scope } = one;
  const messages = layOutMessages(one);
  const open = report.verdict !== 'pass';
  const problems = ofKind(one, 'failure').length + one.absent.length;
  return html`<article class="case ${report.verdict}" id="${anchor}" tabindex="-1" aria-labelledby="${anchor}--title" data-case data-verdict="${report.verdict}" data-integration="${report.integration}" data-scope="${scope}">
<details${open && html` open`}><summary>${verdictBadge(report.verdict)}<h3 id="${anchor}--title">${report.title}</h3><span class="meta">${scopeTitles[scope].title.toLowerCase()}${[
    counted(problems, 'failure', 'failures'),
    counted(ofKind(one, 'warning').length, 'warning', 'warnings'),
    counted(
      new Set(ofKind(one, 'expected').map(({ finding }) => finding.check)).size,
      'failed as arranged',
      'failed as arranged',
    ),
  ]}<span class="matches"></span></span></summary>
<div class="body">
<p class="summary">${report.summary} <a class="permalink" href="#${anchor}">Link<span class="hidden"> to this case</span></a></p>
${report.brokeOff !== undefined && html`<p class="broke"><strong>The journey broke off at “${report.brokeOff.step}”.</strong> ${report.brokeOff.why}</p>`}
${showFacts(one)}
${showAbsent(one)}
${group(
  'Failures',
  ofKind(one, 'failure').map((finding) => showFinding(finding, messages)),
)}
${group(
  'Errors of countersign itself',
  ofKind(one, 'error').map((finding) => showFinding(finding, messages)),
  'The check did not finish because of a defect of ours. It says nothing about the target.',
)}
${group(
  'Warnings and notes',
  ofKind(one, 'warning', 'note').map((finding) => showFinding(finding, messages)),
  'They do not turn the case red.',
)}
${group(
  'For a person to judge',
  ofKind(one, 'manual').map((finding) => showFinding(finding, messages)),
)}
${group(
  'Failed as expected',
  ofKind(one, 'expected').map(showExpected),
  'The case arranges these on purpose, to see that they are noticed. They need no mending.',
)}
${group('Waived', ofKind(one, 'waived').map(showWaived), 'They fail, and somebody has taken that on for a time.')}
${showList(one, 'not-seen')}
${report.sequence.length > 0 && html`<details class="part"${report.brokeOff !== undefined && html` open`}><summary><h4>The login, message by message</h4> <span class="count">${count(report.sequence.length, 'message')}, ${count(partiesOf(report.sequence).length, 'party', 'parties')}</span></summary>${drawSequence(report.sequence, report.targets, report.title)}</details>`}
${report.screenshots.length > 0 && html`<details class="part"${report.brokeOff !== undefined && html` open`}><summary><h4>Screenshots</h4> <span class="count">${report.screenshots.length}</span></summary>${showScreenshots(one, pictures)}</details>`}
${report.messages.length > 0 && html`<details class="part"><summary><h4>Messages, decoded</h4> <span class="count">${report.messages.length}</span></summary>${messages.body}</details>`}
${showList(one, 'pass')}
${showList(one, 'not-applicable')}
</div></details></article>
`;
}

function counted(amount: number, word: string, many: string): string {
  return amount === 0 ? '' : ` · ${count(amount, word, many)}`;
}

function showFacts({ report }: TriagedCase): Html {
  const tested = report.targets.find(({ role }) => role === report.tests);
  const others = report.targets.filter((target) => target !== tested);
  const fact = (name: string, value: Content) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<dl class="facts">
${fact('Under test', tested === undefined ? report.tests : html`<strong>${tested.product}</strong> (${report.tests}), ${tested.mode}`)}
${others.length > 0 && fact('Beside it', others.map(({ product, role, mode }) => `${product} (${role}), ${mode}`).join(' · '))}
${fact('Case', html`<code>${report.integration}/${report.case}</code>`)}
${fact('Flow', report.flow)}
${fact('Profile', `${report.profile.id}, version ${report.profile.version}`)}
${fact('Took', showDuration(report.durationMs))}
${fact('Evidence', html`<code>${report.evidence.folder}</code> <span class="hash">SHA-256 <code>${report.evidence.sha256}</code></span>`)}
</dl>`;
}

function group(title: string, items: readonly Html[], about?: string): Html | undefined {
  if (items.length === 0) return undefined;
  return html`<section class="group" data-group><h4>${title} <span class="count">${items.length}</span></h4>${about !== undefined && html`<p class="quiet">${about}</p>`}${items}</section>`;
}

function showAbsent({ absent }: TriagedCase): Html | undefined {
  return group(
    'Expected failures that did not happen',
    absent.map(
      ({
        check,
        reason,
        observed,
        anchor,
      }) => html`<article class="finding failure" id="${anchor}" tabindex="-1" data-finding data-kind="failure" data-severity="error">
<header><h5>${severityBadge('error')} What the case arranges went unnoticed</h5><p class="ids"><code>${check}</code> <a class="permalink" href="#${anchor}">Link<span class="hidden"> to ${check}</span></a></p></header>
<p class="says">${reason}</p>${showValues('fail', observed)}</article>`,
    ),
    'The case arranges a wrong state, and the check that looks for it did not fail.',
  );
}

function showExpected({ finding, anchor, reason }: TriagedFinding): Html {
  return html`<article class="finding expected" id="${anchor}" tabindex="-1" data-finding data-kind="expected" data-severity="${finding.severity}">
<header><h5><span class="badge arranged">as arranged</span> ${finding.title}</h5><p class="ids"><code>${finding.check}</code> <a class="permalink" href="#${anchor}">Link<span class="hidden"> to ${finding.check}</span></a></p></header>
<p class="says">${finding.message}</p><p><strong>Arranged:</strong> ${reason}</p>${showValues(finding.expected, finding.observed)}</article>`;
}

function showWaived({ finding, anchor }: TriagedFinding): Html {
  const { waiver } = finding;
  return html`<article class="finding waived" id="${anchor}" tabindex="-1" data-finding data-kind="waived" data-severity="${finding.severity}">
<header><h5><span class="badge arranged">waived</span> ${finding.title}</h5><p class="ids"><code>${finding.check}</code> <a class="permalink" href="#${anchor}">Link<span class="hidden"> to ${finding.check}</span></a></p></header>
<p class="says">${finding.message}</p>${waiver !== undefined && html`<p><strong>Waived by ${waiver.owner} until ${waiver.until}:</strong> ${waiver.reason}</p>`}${showValues(finding.expected, finding.observed)}</article>`;
}
