import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mutation } from '../../harness/model/mutation.ts';
import type { RefusalResult } from '../../harness/model/refusal.ts';
import type { SigningKey } from '../../mocks/core/keys.ts';
import type { RefusalKeys } from '../refusals/keys.ts';
import { people } from '../refusals/people.ts';
import type { Exception } from './exception.ts';
import { exceptions } from './exceptions.ts';
import { explain, type Fall } from './explain.ts';
import { isAlarm, judgePair, type PairVerdict, type Tried } from './judge-pair.ts';
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
  /** Leaves the folders of the releases. */
  readonly keep: boolean;
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
  const { progress, attacks, keep } = proof;
  progress(`${name}: installing`);
  let done = 0;
  const onResult = () => {
    done += 1;
    if (done % 50 === 0) progress(`${name}: ${done} of ${attacks.length} attacks`);
  };
  const folder = join(proof.folder, name.replace(/[^\w.-]+/g, '_'));
  try {
    const trial = await tryRelease({ ...proof, library, release, folder, onResult });
    if (!trial.tried) {
      progress(`${name}: not tried. ${trial.why}`);
      return { library, release, tried: trial.why, unfounded: [] };
    }
    const { explained, unfounded } = await explain(
      exceptions,
      { library: library.name, version: release.version, folder },
      trial.results.filter(({ outcome }) => isAlarm(outcome)).map(asFall),
    );
    const fell = trial.results.filter(({ outcome }) => outcome === 'fell' || outcome === 'warned').length;
    progress(`${name}: ${trial.results.length} attacks tried, ${fell} felled it`);
    for (const { reason } of unfounded) progress(`${name}: its code does not bear this out: ${reason}`);
    return { library, release, tried: { results: trial.results, explained }, unfounded };
  } finally {
    if (!keep) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function asFall({ attack, loggedIn }: RefusalResult): Fall {
  return { attack, isVictimIn: loggedIn.some(({ who }) => who === people.victim.nameId) };
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
    if (proof.signal.aborted) break;
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
