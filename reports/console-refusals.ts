import type { AttackOutcome } from '../harness/model/attack.ts';
import type { RefusalResult, RefusalRun } from '../harness/model/refusal.ts';
import type { Report } from '../harness/model/report.ts';
import { countOutcomes, describeRun, outcomeOrder, outcomeWords } from './refusals.ts';
import { describeSource } from './spec-links.ts';
import { type Hue, type Page, plain, wrap, wrapPieces } from './terminal.ts';
import { visibleLine } from './text.ts';

const hues: Readonly<Record<AttackOutcome, Hue>> = {
  fell: 'red',
  warned: 'yellow',
  inconclusive: 'yellow',
  held: 'green',
  'not-applicable': 'dim',
};
const shownDoubtful = 10;

/** Each target: how many attacks it held against, every one that it fell for, and what it took that it should not. */
export function writeRefusals({ refusals = [] }: Report, page: Page): readonly (readonly string[])[] {
  return refusals.flatMap((run) => [
    writeRun(run, page),
    ...run.results.filter(({ outcome }) => outcome === 'fell').map((one) => writeFall(one, page)),
    ...writeWarnings(run, page),
    ...writeDoubtful(run, page),
  ]);
}

function writeRun(run: RefusalRun, { paint, width }: Page): readonly string[] {
  const counts = countOutcomes(run.results);
  const present = outcomeOrder.filter((outcome) => counts[outcome] > 0);
  const pieces = present.map((outcome, index) => ({
    text: `${counts[outcome]} ${outcomeWords[outcome]}${index < present.length - 1 ? ',' : ''}`,
    paint: (word: string) => paint(word, hues[outcome]),
  }));
  return [
    ...wrapPieces(
      [
        { text: 'Attacks on', paint: (word) => paint(word, 'bold') },
        { text: `${visibleLine(run.target)}:`, paint: plain },
        ...pieces,
      ],
      width,
      '  ',
    ),
    ...describeRun(run).flatMap((line) => wrap(visibleLine(line), width, '  ')),
  ];
}

function writeFall(result: RefusalResult, { paint, width }: Page): readonly string[] {
  const { attack, title, says, mechanism, weaknesses, advice, refs, cves } = result;
  const row = (name: string, text: string | undefined) =>
    text === undefined || text === '' ? [] : wrap(visibleLine(text), width, `  ${name.padEnd(9)} `, paint);
  const source = refs[0] === undefined ? undefined : describeSource(refs[0]);
  return [
    ...wrapPieces(
      [
        { text: '✗ fell', paint: (word) => paint(word, 'red', 'bold') },
        { text: attack, paint: (word) => paint(word, 'bold') },
      ],
      width,
      '',
    ),
    ...wrap(visibleLine(title), width, '  '),
    ...row('says', says),
    ...row('how', mechanism),
    ...weaknesses.flatMap((one) => row('means', `The target ${one.says}.`)),
    ...advice.flatMap((one) => row('mend', one)),
    ...row(
      'source',
      [...cves, ...(source === undefined ? [] : [`${source.title}. ${source.says}`])].join(', '),
    ),
  ];
}

/** In two lines each: a warning must not bury a fall. */
function writeWarnings({ results }: RefusalRun, { paint, width }: Page): readonly (readonly string[])[] {
  const warned = results.filter(({ outcome }) => outcome === 'warned');
  if (warned.length === 0) return [];
  return [
    [
      paint('! Warnings', 'yellow', 'bold'),
      ...wrap('The target took these, as the standard allows, though they are better refused.', width, '  '),
      ...warned.flatMap(({ attack, title, advisory = '', advice }) =>
        wrap(visibleLine([`${attack}: ${title}.`, advisory, ...advice].join(' ')), width, '  - '),
      ),
    ],
  ];
}

function writeDoubtful({ results }: RefusalRun, { paint, width }: Page): readonly (readonly string[])[] {
  const doubtful = results.filter(({ outcome }) => outcome === 'inconclusive');
  if (doubtful.length === 0) return [];
  const lines = doubtful.slice(0, shownDoubtful).map(({ attack, says }) => `${attack}: ${says}`);
  const more = doubtful.length - lines.length;
  return [
    [
      paint('Attacks without a verdict', 'bold'),
      ...[...lines, ...(more > 0 ? [`and ${more} more`] : [])].flatMap((line) =>
        wrap(visibleLine(line), width, '  - '),
      ),
    ],
  ];
}
