import { painter, wantsColour } from '../../reports/terminal.ts';
import { visibleLine } from '../../reports/text.ts';
import type { AttackOutcome } from '../model/attack.ts';
import type { RefusalResult } from '../model/refusal.ts';

/** Tells how the attacks get on: what fell or has no verdict at once, the rest as a count. */
export interface RefusalProgress {
  readonly begin: (target: string, attacks: number) => void;
  readonly tell: (result: RefusalResult) => void;
  readonly end: () => void;
}

interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const eraseLine = '\r\u001b[2K';

export function createRefusalProgress(
  stream: ProgressStream,
  environment: Readonly<Record<string, string | undefined>>,
): RefusalProgress {
  const paint = painter(wantsColour(stream, environment));
  const isLive = stream.isTTY === true && environment.TERM !== 'dumb';
  let total = 0;
  let counts: Record<AttackOutcome, number> = none();
  const line = () => {
    const done = Object.values(counts).reduce((so, one) => so + one, 0);
    return `  ${done} of ${total}: ${counts.held} held, ${counts.fell} fell, ${counts.warned} warned, ${counts.inconclusive} inconclusive, ${counts['not-applicable']} not applicable`;
  };
  const erase = () => {
    if (isLive) stream.write(eraseLine);
  };
  return {
    begin: (target, attacks) => {
      total = attacks;
      counts = none();
      stream.write(`Trying ${attacks} attacks on ${visibleLine(target)}.\n`);
    },
    tell: ({ outcome, attack, says }) => {
      counts[outcome] += 1;
      erase();
      if (outcome === 'fell') stream.write(`${paint('✗ fell', 'red')} ${attack}: ${visibleLine(says)}\n`);
      if (outcome === 'warned')
        stream.write(`${paint('! warned', 'yellow')} ${attack}: ${visibleLine(says)}\n`);
      if (outcome === 'inconclusive')
        stream.write(`${paint('? inconclusive', 'yellow')} ${attack}: ${visibleLine(says)}\n`);
      if (isLive) stream.write(line());
    },
    end: () => {
      erase();
      stream.write(`${line()}\n`);
    },
  };
}

const none = (): Record<AttackOutcome, number> => ({
  held: 0,
  fell: 0,
  warned: 0,
  inconclusive: 0,
  'not-applicable': 0,
});
