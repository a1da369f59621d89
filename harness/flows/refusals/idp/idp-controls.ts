import type { Control, ControlMaker } from '../between-controls.ts';

import { describeError } from '../world.ts';
import { medianOf, type Yardstick } from '../yardstick.ts';
import { type IdpWorld, logInAtIdp } from './idp-journey.ts';

export interface IdpControls extends ControlMaker, Yardstick {}

/** Genuine logins at an identity provider, each of which ends with an assertion about the right person. */
export function createIdpControls(world: IdpWorld): IdpControls {
  const { target, openBrowser, stopwatch } = world;
  let made = 0;
  let failed = 0;
  let inARow = 0;
  const times: number[] = [];
  let isProved = false;

  const attempt = async (person: 'self' | 'victim'): Promise<Control> => {
    made += 1;
    try {
      const { url, tookMs } = await logInAtIdp(world, openBrowser(), person);
      times.push(tookMs);
      inARow = 0;
      return { response: url };
    } catch (error) {
      failed += 1;
      inARow += 1;
      return { failure: describeError(error), response: '' };
    }
  };
  const make = () => attempt('self');
  const first = async () => {
    const victim = await attempt('victim');
    if (victim.failure !== undefined) return victim;
    isProved = true;
    return make();
  };
  return {
    first,
    make,
    recover: async () => {
      await target.restart?.().catch(() => undefined);
      return isProved ? make() : first();
    },
    failedInARow: () => inARow,
    counts: () => ({ made, failed }),
    loginMs: async () => {
      await make();
      return Math.min(...times);
    },
    plainMs: async (size) => {
      const padding = 'A'.repeat(Math.max(size - target.ssoUrl.length - 13, 0));
      return medianOf(async () => {
        const began = stopwatch();
        await openBrowser()
          .visit(new Request(`${target.ssoUrl}?SAMLRequest=${padding}`))
          .catch(() => undefined);
        return stopwatch() - began;
      });
    },
  };
}
