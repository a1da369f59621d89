import { join } from 'node:path';
import type { Mutation } from '../../harness/model/mutation.ts';
import type { RefusalResult } from '../../harness/model/refusal.ts';
import type { SigningKey } from '../../mocks/core/keys.ts';
import type { RefusalKeys } from '../refusals/keys.ts';
import { type Exception, exceptions } from './exceptions.ts';
import { explain } from './explain.ts';
import { judgePair, type PairVerdict, type Tried } from './judge-pair.ts';
import { type Library, libraries } from './libraries.ts';
import type { Pair, Release } from './releases.ts';
import { tryRelease } from './try-release.ts';

/** What all trials of a run have in common. */
export interface Proof {
  readonly attacks: readonly Mutation[];
  readonly keys: RefusalKeys;
  readonly sp: SigningKey;
  /** Folder of the run. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly progress: (line: string) => void;
}

export interface ReleaseOutcome {
  readonly library: Library;
  readonly release: Release;
  /** A string says why it could not be tried. */
  readonly tried: Tried | string;
  readonly unfounded: readonly Exception[];
}

/** Installs and tries one release, and looks up in its code what the data of exceptions says about it. */
export async function proveRelease(
  proof: Proof,
  library: Library,
  release: Release,
): Promise<ReleaseOutcome> {
  const name = describeRelease(library.name, release);
  const { progress, attacks } = proof;
  progress(`${name}: installing`);
  let done = 0;
  const onResult = (_result: RefusalResult) => {
    done += 1;
    if (done % 50 === 0) progress(`${name}: ${done} of ${attacks.length} attacks`);
  };
  const folder = join(proof.folder, name.replace(/[^\w.-]+/g, '_'));
  const trial = await tryRelease({ ...proof, library, release, folder, onResult });
  if (!trial.tried) return { library, release, tried: trial.why, unfounded: [] };
  const { version } = release;
  const inDoubt = trial.results.filter(({ outcome }) => outcome === 'fell' || outcome === 'inconclusive');
  const { explained, unfounded } = await explain(
    exceptions,
    { library: library.name, version, folder },
    inDoubt.map(({ attack }) => attack),
  );
  const fell = trial.results.filter(({ outcome }) => outcome === 'fell').length;
  progress(`${name}: ${trial.results.length} attacks tried, ${fell} felled it`);
  return { library, release, tried: { results: trial.results, explained }, unfounded };
}

/** Tries every release of the pairs once, and judges the pairs. */
export async function provePairs(proof: Proof, pairs: readonly Pair[]): Promise<readonly PairVerdict[]> {
  const known = new Map<string, Tried | string>();
  const outcomeOf = async ({ library: name }: Pair, release: Release) => {
    const key = describeRelease(name, release);
    const library = libraries.find((each) => each.name === name);
    if (library === undefined) throw new Error(`There is no wrapper for "${name}".`);
    const tried = known.get(key) ?? (await proveRelease(proof, library, release)).tried;
    known.set(key, tried);
    return tried;
  };
  const verdicts: PairVerdict[] = [];
  for (const pair of pairs) {
    if (proof.signal.aborted) break;
    const flawed = await outcomeOf(pair, pair.flawed);
    const fixed = await outcomeOf(pair, pair.fixed);
    if (!proof.signal.aborted) verdicts.push(judgePair(pair, flawed, fixed));
  }
  return verdicts;
}

/** For example `passport-saml 3.2.1 with @xmldom/xmldom 0.7.5`. */
export function describeRelease(library: string, { version, overrides = {} }: Release): string {
  const pinned = Object.entries(overrides).map(([name, pin]) => `${name} ${pin}`);
  return `${library} ${version}${pinned.length === 0 ? '' : ` with ${pinned.join(', ')}`}`;
}
