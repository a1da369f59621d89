import { type Paint, painter, wrap } from '../../../../reports/terminal.ts';
import { visibleLine } from '../../../../reports/text.ts';
import type { ConsoleStyle } from '../console.ts';
import type { PoolPredictionReport, PredictedPerson } from './pool-report.ts';

const marks = { pass: '✓', fail: '✗', inconclusive: '?' } as const;
const hues = { pass: 'green', fail: 'red', inconclusive: 'yellow' } as const;
/** How many of a kind are shown; all are in the other forms. */
const mostUsers = 60;

/** The verdict, the rules with what they decide, each person's role and tags, then what it all rests on. */
export function* writePoolToConsole(report: PoolPredictionReport, style: ConsoleStyle): Iterable<string> {
  const paint = painter(style.colour);
  const width = Math.min(Math.max(style.width, 40), 100);
  const blocks = [
    writePoolHead(report, paint, width),
    writeRules(report, paint, width),
    writePeople(report, paint, width),
    writeList(
      'Not predicted',
      report.unpredicted.map(({ user, why }) => `${user}: ${why}`),
      paint,
      width,
    ),
    writeList(
      'Assumptions',
      report.assumptions.map(({ assumption, known }) => `${assumption} ${known}`),
      paint,
      width,
    ),
    writeList('Notes', report.notes, paint, width),
  ].filter((lines) => lines.length > 0);
  yield `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Only the verdict and the counts. */
export function summarizePool(report: PoolPredictionReport, style: ConsoleStyle): string {
  return `${writePoolHead(report, painter(style.colour), Math.min(style.width, 100)).join('\n')}\n`;
}

function writePoolHead(report: PoolPredictionReport, paint: Paint, width: number): readonly string[] {
  const { verdict, summary, pool, tool } = report;
  const { users, given, refused } = summary;
  const people = users === 1 ? '1 person' : `${users} people`;
  const head =
    verdict === 'inconclusive'
      ? 'Not everything could be predicted.'
      : refused === 0
        ? `All of ${people} get a role.`
        : `${refused} of ${people} ${refused === 1 ? 'is' : 'are'} refused.`;
  const tail = `${visibleLine(pool.name)} (${pool.id}), by ${pool.provider}: ${given} given a role, ${refused} refused. Predicted by countersign ${tool.version}.`;
  return [paint(`${marks[verdict]} ${head}`, hues[verdict], 'bold'), ...wrap(tail, width, '  ')];
}

function writeRules({ rules }: PoolPredictionReport, paint: Paint, width: number): readonly string[] {
  if (rules.length === 0) return [];
  return [
    paint('Rules in their order', 'bold'),
    ...rules.flatMap(({ number, claim, matchType, value, role, matches, decides }) =>
      wrap(
        `${number}. ${visibleLine(claim)} ${matchType} "${visibleLine(value)}" → ${nameOf(role)} · matches ${matches}, decides ${decides}`,
        width,
        '  ',
      ),
    ),
  ];
}

function writePeople({ users }: PoolPredictionReport, paint: Paint, width: number): readonly string[] {
  if (users.length === 0) return [];
  const lines = users.slice(0, mostUsers).flatMap((user) => {
    const isGiven = user.outcome === 'given';
    const mark = paint(isGiven ? '✓' : '✗', isGiven ? 'green' : 'red');
    const [first = '', ...more] = wrap(describe(user), width - 4, '    ');
    return [`  ${mark} ${first.trimStart()}`, ...more];
  });
  const left = users.length - mostUsers;
  return [
    paint('People', 'bold'),
    ...lines,
    ...(left > 0 ? [`  … and ${left} more; write all with --format csv.`] : []),
  ];
}

function describe(user: PredictedPerson): string {
  const name = visibleLine(user.name);
  if (user.outcome === 'refused')
    return `${name}: ${user.operation} refuses, ${user.code}. ${visibleLine(user.says ?? '')}`;
  const tags = (user.tags ?? []).map(({ key, value }) => `${visibleLine(key)}=${visibleLine(value)}`);
  const source =
    user.source === 'rule'
      ? `rule ${user.rule}`
      : user.source === 'assertion'
        ? 'Role attribute'
        : 'default role';
  return `${name}: ${nameOf(user.role ?? '')} (${source})${tags.length === 0 ? '' : `, tags ${tags.join(', ')}`}`;
}

/** Name of a role with its path, as people know it. */
function nameOf(arn: string): string {
  return visibleLine(arn.split(':role/').at(-1) ?? arn);
}

function writeList(title: string, lines: readonly string[], paint: Paint, width: number): readonly string[] {
  if (lines.length === 0) return [];
  return [
    paint(title, 'bold'),
    ...lines.flatMap((line) => {
      const [first = '', ...more] = wrap(line, width, '    ');
      return [`  - ${first.trimStart()}`, ...more];
    }),
  ];
}
