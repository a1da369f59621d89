import { expect, test } from 'vitest';
import { fuzz } from '../../bench/fuzz/fuzz.ts';

const count = 10_000;
/** Another one each time, printed, so that a failure can be looked at again: `npm run fuzz -- --seed N --count N`. */
const seed = Number(process.env.COUNTERSIGN_FUZZ_SEED ?? Date.now() % 1_000_000_000);

const hangMs = 1_000;

test(`${count} malformed messages, seed ${seed}: nothing throws, no check breaks, nothing hangs`, async () => {
  console.log(`Seed ${seed}, ${count} messages.`);
  const { crashes, errors, slowest, forged, wild, reforged, faulted } = await fuzz({
    seed,
    count,
    now: Date.UTC(2026, 0, 1),
    // Processor time: another process on this machine is no hang of ours.
    stopwatch: () => process.cpuUsage().user / 1_000,
  });
  expect(crashes).toEqual([]);
  expect(errors).toEqual([]);
  expect(slowest.ms).toBeLessThan(hangMs);
  // It was about what it says: every kind of message was there, and most of them were found fault with.
  expect(forged).toBeGreaterThan(count / 5);
  expect(wild).toBe(count / 10);
  expect(reforged.made).toBeGreaterThan(count / 100);
  expect(faulted).toBeGreaterThan(count / 2);
}, 1_800_000);

test('a seed decides the messages', async () => {
  const run = (first: number) =>
    fuzz({ seed: first, count: 30, now: Date.UTC(2026, 0, 1), stopwatch: () => 0 });
  const [one, same, other] = [await run(5), await run(5), await run(1_000)];
  const told = ({ forged, wild, reforged, faulted }: typeof one) => [forged, wild, reforged, faulted];
  expect(told(same)).toEqual(told(one));
  expect(told(other)).not.toEqual(told(one));
}, 300_000);
