import { findOracle, learnNames } from './find-oracle.ts';
import type { RefusalTarget } from './target.ts';
import { describeError, type World } from './world.ts';

/** A target whose oracle is still to be found, or to be asked what it calls the two people. */
export interface UnprovedTarget extends Omit<RefusalTarget, 'whoami'> {
  readonly whoami?: RefusalTarget['whoami'];
  /** Page that only people who are logged in see. */
  readonly protectedUrl?: string;
}

export type Proved = { readonly target: RefusalTarget } | { readonly failure: string };

/** Completes a target: doubles tell NameIDs; of real systems it is learnt what they show. Never throws. */
export async function proveOracle(
  target: UnprovedTarget,
  worldOf: (target: RefusalTarget) => World,
): Promise<Proved> {
  const { whoami, shownAs, mode } = target;
  try {
    if (whoami === undefined) {
      const world = worldOf({ ...target, whoami: async () => undefined });
      return { target: { ...target, ...(await findOracle(world, target.protectedUrl)) } };
    }
    const complete = { ...target, whoami };
    if (mode === 'double' || shownAs !== undefined) return { target: complete };
    return { target: { ...complete, shownAs: await learnNames(worldOf(complete)) } };
  } catch (error) {
    return { failure: describeError(error) };
  }
}
