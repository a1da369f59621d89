import type { Control, ControlMaker } from './between-controls.ts';
import { logIn } from './log-in.ts';
import { describeError, idpOrigin, shownName, type World } from './world.ts';
import { medianOf, type Yardstick } from './yardstick.ts';

export interface Controls extends ControlMaker, Yardstick {}

/** Genuine logins at a service provider; the first one also proves that the oracle tells people apart. */
export function createControls(world: World): Controls {
  const { target, now, stopwatch, openBrowser } = world;
  const plain = new Map<number, number>();
  let made = 0;
  let failed = 0;
  let inARow = 0;
  const times: number[] = [];

  const attempt = async (person: 'self' | 'victim'): Promise<Control> => {
    made += 1;
    try {
      const browser = openBrowser();
      const before = await target.whoami(browser);
      if (before !== undefined) throw new Error(`a browser that never logged in counts as "${before}"`);
      const { signed, tookMs } = await logIn(world, browser, now(), person);
      times.push(tookMs);
      inARow = 0;
      return { response: signed };
    } catch (error) {
      failed += 1;
      inARow += 1;
      return { failure: describeError(error), response: '' };
    }
  };
  const make = () => attempt('self');
  let isProved = false;
  const first = async (): Promise<Control> => {
    if (shownName(target, 'self') === shownName(target, 'victim')) {
      inARow += 1;
      return { failure: 'attacker and victim show the same name', response: '' };
    }
    const victim = await attempt('victim');
    if (victim.failure !== undefined) return victim;
    isProved = true;
    return make();
  };

  return {
    make,
    first,
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
    plainMs: async (bytes) => {
      const known = plain.get(bytes);
      if (known !== undefined) return known;
      const body = `SAMLResponse=${'A'.repeat(Math.max(bytes - 13, 0))}`;
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        origin: idpOrigin(target),
      };
      const tookMs = await medianOf(async () => {
        const request = new Request(target.acsUrl, { method: 'POST', headers, body });
        const began = stopwatch();
        await openBrowser()
          .visit(request, idpOrigin(target))
          .catch(() => undefined);
        return stopwatch() - began;
      });
      plain.set(bytes, tookMs);
      return tookMs;
    },
  };
}
