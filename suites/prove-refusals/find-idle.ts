import type { Exception } from './exception.ts';
import type { PairVerdict } from './judge-pair.ts';

/** What the data of exceptions says and no alarm of a whole run needed: it may go. One sentence an exception. */
export function findIdle(
  exceptions: readonly Exception[],
  verdicts: readonly PairVerdict[],
): readonly string[] {
  return exceptions.flatMap(({ libraries, attacks, reason }) => {
    const needed = new Set(
      verdicts
        .filter(({ pair }) => libraries.includes(pair.library))
        .flatMap(({ alarms }) => alarms)
        .filter(({ explanation }) => explanation?.reason === reason)
        .map(({ attack }) => attack),
    );
    const idle = attacks.filter((id) => !needed.has(id) && !id.endsWith('/*'));
    return idle.length === 0
      ? []
      : [`No alarm needs the exception of ${libraries.join(', ')} for ${idle.join(', ')} (“${reason}”).`];
  });
}
