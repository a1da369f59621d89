import { expect, it } from 'vitest';
import { waitForQuietNetwork } from './quiet-network.ts';

/** Gives each of the states in turn, and the last for ever. */
function changing(...states: readonly string[]) {
  let at = 0;
  const read = async () => states[Math.min(at++, states.length - 1)] ?? '';
  return { read, looks: () => at };
}
const fast = { quietMs: 3, limitMs: 20, everyMs: 1 };

it('waits until the addresses have stayed the same', async () => {
  const network = changing('a', 'b', 'b', 'c');
  expect(await waitForQuietNetwork(network.read, fast)).toBe(true);
  expect(network.looks()).toBe(4 + fast.quietMs / fast.everyMs);
});

it('gives up on a network that never rests', async () => {
  const network = changing(...Array.from({ length: 40 }, (_, index) => String(index)));
  expect(await waitForQuietNetwork(network.read, fast)).toBe(false);
});

it('reads this machine’s own addresses', async () => {
  expect(await waitForQuietNetwork(undefined, { quietMs: 2, limitMs: 5_000, everyMs: 1 })).toBe(true);
});
