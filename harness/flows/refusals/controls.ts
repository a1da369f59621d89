import type { Control, ControlMaker } from './between-controls.ts';
import { logIn } from './log-in.ts';
import type { Yardstick } from './watch.ts';
import { describeError, idpOrigin, shownName, type World } from './world.ts';

export interface Controls extends ControlMaker, Yardstick {}

/** Genuine logins at a service provider; the first one also proves that the oracle tells people apart. */
export function createControls(world: World): Controls {
  const { target, now, stopwatch, openBrowser } = world;
  const plain = new Map<number, number>();
  let made = 0;
  let failed = 0;
  let inARow = 0;
  let slowestMs = 0;

  const attempt = async (person: 'self' | 'victim'): Promise<Control> => {
    made += 1;
    try {
      const browser = openBrowser();
      const before = await target.whoami(browser);
      if (before !== undefined) throw new Error(`a browser that never logged in counts as "${before}"`);
      const { issued, tookMs } = await logIn(world, browser, now(), person);
      slowestMs = Math.max(slowestMs, tookMs);
      inARow = 0;
      return { response: issued.signed };
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
    slowestLoginMs: () => slowestMs,
    plainMs: async (bytes) => {
      const known = plain.get(bytes);
      if (known !== undefined) return known;
      const request = new Request(target.acsUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: idpOrigin(target) },
        body: `SAMLResponse=${'A'.repeat(Math.max(bytes - 13, 0))}`,
      });
      const began = stopwatch();
      await openBrowser()
        .visit(request, idpOrigin(target))
        .catch(() => undefined);
      const tookMs = stopwatch() - began;
      plain.set(bytes, tookMs);
      return tookMs;
    },
  };
}
