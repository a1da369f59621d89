import type { RefusalResult, RefusalRun } from '../harness/model/refusal.ts';
import type { Report } from '../harness/model/report.ts';
import { code, prose } from './markdown-text.ts';
import { countOutcomes, describeRun } from './refusals.ts';
import { describeSource } from './spec-links.ts';

/** A table of families for each target, then what it fell for, its warnings, and what has no verdict. */
export function writeRefusals({ refusals = [] }: Report): readonly string[] {
  return refusals.flatMap((run) => [
    '',
    `### Attacks on ${prose(run.target)}`,
    '',
    prose(describeRun(run).join(' ')),
    '',
    '| Family | Fell | Inconclusive | Warned | Held | Not applicable |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...writeFamilies(run),
    ...run.results.filter(({ outcome }) => outcome === 'fell').flatMap(writeFall),
    ...writeWarnings(run),
    ...writeDoubtful(run),
  ]);
}

function writeFamilies({ results }: RefusalRun): readonly string[] {
  return [...Map.groupBy(results, ({ family }) => family)].map(([family, members]) => {
    const counts = countOutcomes(members);
    const fell = counts.fell === 0 ? '0' : `**${counts.fell}**`;
    return `| ${code(family)} | ${fell} | ${counts.inconclusive} | ${counts.warned} | ${counts.held} | ${counts['not-applicable']} |`;
  });
}

function writeFall(result: RefusalResult): readonly string[] {
  const { attack, title, says, weaknesses, advice, cves, refs } = result;
  const source = refs[0] === undefined ? undefined : describeSource(refs[0]);
  const row = (name: string, text: string) => (text === '' ? [] : [`- **${name}:** ${text}`]);
  return [
    '',
    `#### ❌ fell: ${code(attack)} ${prose(title)}`,
    '',
    ...row('Says', prose(says)),
    ...row('Means', prose(weaknesses.map((one) => `The target ${one.says}.`).join(' '))),
    ...row('Mend', prose(advice.join(' '))),
    ...row(
      'Source',
      prose([...cves, ...(source === undefined ? [] : [`${source.title}: ${source.says}`])].join(', ')),
    ),
  ];
}

function writeWarnings({ results }: RefusalRun): readonly string[] {
  const warned = results.filter(({ outcome }) => outcome === 'warned');
  if (warned.length === 0) return [];
  return [
    '',
    '#### ⚠️ Warnings',
    '',
    'Taken, which the standard allows, though it is better refused.',
    '',
    ...warned.map(
      ({ attack, title, says, advisory = '', advice }) =>
        `- ${code(attack)}: ${prose([`${title}.`, says, advisory, ...advice].join(' '))}`,
    ),
  ];
}

function writeDoubtful({ results }: RefusalRun): readonly string[] {
  const doubtful = results.filter(({ outcome }) => outcome === 'inconclusive');
  if (doubtful.length === 0) return [];
  return [
    '',
    '#### Attacks without a verdict',
    '',
    ...doubtful.map(({ attack, says }) => `- ${code(attack)}: ${prose(says)}`),
  ];
}
