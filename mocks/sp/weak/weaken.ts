import type { WeaknessId } from '../../../harness/model/weaknesses.ts';
import type { Steps } from '../accept/types.ts';
import { algorithms } from './algorithms.ts';
import { binding } from './binding.ts';
import { canonical } from './canonical.ts';
import { digests } from './digests.ts';
import { encryption } from './encryption.ts';
import { keys } from './keys.ts';
import { logout } from './logout.ts';
import { names } from './names.ts';
import { pages } from './pages.ts';
import { parser } from './parser.ts';
import { presence } from './presence.ts';
import { references } from './references.ts';
import { replay } from './replay.ts';
import { structure } from './structure.ts';
import { time } from './time.ts';
import { transport } from './transport.ts';
import type { Weaken, Weaknesses } from './weakness.ts';

/** Every weakness that this double can have, in the order in which several are put on top of each other. */
export const spWeaknesses: Weaknesses = {
  ...transport,
  ...parser,
  ...keys,
  ...algorithms,
  ...digests,
  ...canonical,
  ...encryption,
  ...references,
  ...presence,
  ...binding,
  ...time,
  ...structure,
  ...names,
  ...replay,
  ...pages,
  ...logout,
};

/** Replaces the steps that each weakness is about. */
export function weaken(steps: Steps, ids: readonly WeaknessId[]): Steps {
  return Object.entries(spWeaknesses)
    .filter(([id]) => (ids as readonly string[]).includes(id))
    .reduce((weaker, [, replace]: readonly [string, Weaken]) => replace(weaker), steps);
}
