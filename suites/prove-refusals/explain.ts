import type { Exception } from './exception.ts';
import { findEvidence } from './find-evidence.ts';
import type { Explanation } from './judge-pair.ts';

export interface Explained {
  /** By attack id. */
  readonly explained: ReadonlyMap<string, Explanation>;
  /** Exceptions that name this release and that its code does not bear out. */
  readonly unfounded: readonly Exception[];
}

/** An attack that a release did not hold against. */
export interface Fall {
  readonly attack: string;
  /** Whether the victim was logged in, which is worse than anything else. */
  readonly isVictimIn: boolean;
}

/** Which of the attacks the data of exceptions explains for a release, by looking into its code. */
export async function explain(
  exceptions: readonly Exception[],
  release: { readonly library: string; readonly version: string; readonly folder: string },
  falls: readonly Fall[],
): Promise<Explained> {
  const { library, version, folder } = release;
  const explained = new Map<string, Explanation>();
  const unfounded: Exception[] = [];
  for (const exception of exceptions) {
    if (!exception.libraries.includes(library) || exception.versions?.includes(version) === false) continue;
    const concerned = falls
      .filter(({ isVictimIn }) => !isVictimIn || exception.letsVictimIn === true)
      .map(({ attack }) => attack)
      .filter((id) => exception.attacks.some((pattern) => matches(pattern, id)));
    if (concerned.length === 0) continue;
    const found = await Promise.all(exception.evidence.map((each) => findEvidence(folder, each)));
    const seenAt = found.filter((place) => place !== undefined);
    if (seenAt.length < exception.evidence.length || seenAt.length === 0) unfounded.push(exception);
    else
      for (const id of concerned)
        if (!explained.has(id)) explained.set(id, { reason: exception.reason, seenAt });
  }
  return { explained, unfounded };
}

/** An id, or `family/*`. */
export function matches(pattern: string, id: string): boolean {
  return pattern.endsWith('/*') ? id.startsWith(pattern.slice(0, -1)) : pattern === id;
}
