import type { TargetRecord } from '../../harness/model/evidence.ts';
import type { SequenceMessage } from '../../harness/model/report.ts';
import { shortenMiddle, showDuration } from '../text.ts';
import { type Html, html } from './markup.ts';

interface Shape {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  /** Room for the elapsed time, left of the first party. */
  readonly gutter: number;
  readonly top: number;
  readonly row: number;
  /** Width of a letter of a label, on average. */
  readonly letter: number;
}

const wide: Shape = { name: 'wide', width: 860, gutter: 76, top: 62, row: 50, letter: 7 };
const narrow: Shape = { name: 'narrow', width: 320, gutter: 0, top: 52, row: 34, letter: 6.4 };

/** The login's messages as a picture for wide and for narrow screens, and as a table that says the same in words. */
export function drawSequence(
  messages: readonly SequenceMessage[],
  targets: readonly TargetRecord[],
  title: string,
): Html {
  return html`<div class="sequence">${[wide, narrow].map((shape) => drawShape(messages, targets, title, shape))}</div>
<details class="more"><summary>The same messages as a table</summary>${tabulate(messages, title)}</details>`;
}

export function partiesOf(messages: readonly SequenceMessage[]): readonly string[] {
  return [...new Set(messages.flatMap(({ from, to }) => [from, to]))];
}

function drawShape(
  messages: readonly SequenceMessage[],
  targets: readonly TargetRecord[],
  title: string,
  shape: Shape,
): Html {
  const parties = partiesOf(messages);
  const lane = (shape.width - shape.gutter) / Math.max(parties.length, 1);
  const center = (party: string) => shape.gutter + lane * (parties.indexOf(party) + 0.5);
  const height = shape.top + messages.length * shape.row + 18;
  const heads = parties.map((party) => {
    const mode = targets.find(({ product }) => product === party)?.mode;
    const boxWidth = Math.min(lane - 8, 190);
    const letters = Math.floor(boxWidth / shape.letter);
    return html`<g class="party"><line x1="${center(party)}" x2="${center(party)}" y1="44" y2="${height}"/>
<rect x="${center(party) - boxWidth / 2}" y="2" width="${boxWidth}" height="42" rx="9"/>
<text x="${center(party)}" y="${mode === undefined ? 28 : 20}">${shortenMiddle(party, letters)}</text>
${mode !== undefined && html`<text class="mode" x="${center(party)}" y="36">${mode}</text>`}</g>`;
  });
  const start = Date.parse(messages[0]?.at ?? '');
  const rows = messages.map((message, index) => {
    const y = shape.top + index * shape.row + shape.row - 10;
    const ends = [center(message.from), center(message.to)] as const;
    return html`<g class="${rowClass(messages, index)}">${shape.gutter > 0 && drawTime(message.at, start, y)}${drawArrow(ends, y)}${drawText(message, ends, y, shape)}</g>`;
  });
  // The table carries every word of the picture, so the picture itself is one image with a short name.
  return html`<svg class="${shape.name}" role="img" viewBox="0 0 ${shape.width} ${height}" aria-label="Sequence diagram of ${title}: ${messages.length} messages between ${parties.join(', ')}. The table below has the same in words.">
${heads}${rows}</svg>`;
}

/** SAML messages stand out; an answer to the message just before is dashed. */
function rowClass(messages: readonly SequenceMessage[], index: number): string {
  const message = messages[index];
  const before = messages[index - 1];
  const answers = before !== undefined && before.from === message?.to && before.to === message?.from;
  const saml = /^(SAML|AuthnRequest|LogoutRequest|LogoutResponse)\b/.test(message?.label ?? '');
  return ['message', answers ? 'answer' : '', saml ? 'saml' : ''].filter((name) => name !== '').join(' ');
}

function drawTime(at: string, start: number, y: number): Html | undefined {
  const ms = Date.parse(at) - start;
  return Number.isNaN(ms)
    ? undefined
    : html`<text class="time" x="0" y="${y + 4}">+${showDuration(ms)}</text>`;
}

function drawArrow([from, to]: readonly [number, number], y: number): Html {
  if (from === to)
    return html`<path d="M${from} ${y - 8}h22v12h-18"/><path class="head" d="M${from + 1} ${y + 4}l8 -4v8z"/>`;
  const back = to > from ? -8 : 8;
  return html`<path d="M${from} ${y}H${to + back / 2}"/><path class="head" d="M${to} ${y}l${back} -4.5v9z"/>`;
}

function drawText(
  message: SequenceMessage,
  [from, to]: readonly [number, number],
  y: number,
  shape: Shape,
): Html {
  const room = Math.max(Math.abs(to - from) * 1.5, shape.width * 0.45);
  const letters = Math.floor(room / shape.letter);
  const label = shortenMiddle(message.label, letters);
  const detail = shortenMiddle(message.detail.replace('https://', ''), letters);
  const half = (Math.max(label.length, shape.name === 'wide' ? detail.length : 0) * shape.letter) / 2;
  const x = Math.min(Math.max((from + to) / 2, shape.gutter + half), shape.width - half);
  if (shape.name === 'narrow') return html`<text class="label" x="${x}" y="${y - 6}">${label}</text>`;
  return html`<text class="label" x="${x}" y="${y - 20}">${label}</text><text class="detail" x="${x}" y="${y - 6}">${detail}</text>`;
}

function tabulate(messages: readonly SequenceMessage[], title: string): Html {
  const start = Date.parse(messages[0]?.at ?? '');
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Messages of ${title}"><table class="messages">
<thead><tr><th scope="col">#</th><th scope="col">After</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Message</th><th scope="col">Detail</th></tr></thead>
<tbody>${messages.map(
    ({ from, to, label, detail, at }, index) =>
      html`<tr><td>${index + 1}</td><td>${showDuration(Date.parse(at) - start)}</td><td>${from}</td><td>${to}</td><th scope="row">${label}</th><td>${detail}</td></tr>\n`,
  )}</tbody></table></div>`;
}
