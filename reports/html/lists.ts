import { count, visible } from '../text.ts';
import { ofKind, type TriagedCase } from '../triage.ts';
import { type Html, html, trusted } from './markup.ts';

/**
 * What nobody has to act on: hundreds of checks for each case, which as markup were two thirds of the page. They are kept as
 * data instead, each title once, and the page's script makes a list of them when somebody opens it, searches, or follows a link.
 */
const kinds = [
  { kind: 'not-seen', title: 'Not seen', withReason: true },
  { kind: 'pass', title: 'Passed', withReason: false },
  { kind: 'not-applicable', title: 'Not applicable', withReason: true },
] as const;

type ListedKind = (typeof kinds)[number]['kind'];

/** Place of the words in `words`, severity, place of the reason, and the fragment where it is not made as usual. */
type Entry = readonly [words: number, severity: string, reason: number, anchor?: string];

export interface ListData {
  /** Check, title, and the end of the fragment. */
  readonly words: readonly (readonly [check: string, title: string, slug: string])[];
  readonly reasons: readonly string[];
  /** By the case's fragment, then by kind. */
  readonly cases: Readonly<Record<string, Partial<Record<ListedKind, readonly Entry[]>>>>;
}

/** The place of a list in a case; its lines come from `listData`. */
export function showList(one: TriagedCase, wanted: ListedKind): Html | undefined {
  const found = kinds.find(({ kind }) => kind === wanted);
  const amount = ofKind(one, wanted).length;
  if (found === undefined || amount === 0) return undefined;
  return html`<details class="part" data-group data-list="${wanted}"><summary><h4>${found.title}</h4> <span class="count">${amount}</span></summary><ul class="listed"></ul><noscript><p class="quiet">${count(amount, 'check')}: with JavaScript they are listed here; <code>results.json</code> has them too.</p></noscript></details>`;
}

/** All lists of the page, as a block of data that no browser runs. */
export function showListData(cases: readonly TriagedCase[]): Html {
  const json = JSON.stringify(listData(cases)).replaceAll('<', '\\u003c');
  return html`<script type="application/json" id="lists">${trusted(json)}</script>`;
}

export function listData(cases: readonly TriagedCase[]): ListData {
  const words = new Map<string, readonly [string, string, string]>();
  const reasons = new Map<string, string>();
  const places = { words: new Map<string, number>(), reasons: new Map<string, number>() };
  const placeOf = (known: Map<string, number>, key: string) => {
    const place = known.get(key) ?? known.size;
    known.set(key, place);
    return place;
  };
  const entriesOf = (one: TriagedCase, { kind, withReason }: (typeof kinds)[number]): readonly Entry[] =>
    ofKind(one, kind).map(({ finding, anchor }) => {
      const own = anchor.slice(`${one.anchor}--`.length);
      const key = JSON.stringify([finding.check, finding.title]);
      if (!words.has(key)) words.set(key, [visible(finding.check), visible(finding.title), own]);
      const reason = withReason ? visible(finding.message) : '';
      reasons.set(reason, reason);
      const entry = [placeOf(places.words, key), finding.severity, placeOf(places.reasons, reason)] as const;
      return words.get(key)?.[2] === own ? entry : [...entry, own];
    });
  const listed = cases.map((one) => [
    one.anchor,
    Object.fromEntries(
      kinds.map((kind) => [kind.kind, entriesOf(one, kind)]).filter(([, entries]) => entries?.length),
    ),
  ]);
  return { words: [...words.values()], reasons: [...reasons.values()], cases: Object.fromEntries(listed) };
}
