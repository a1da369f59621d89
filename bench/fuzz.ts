/**
 * `npm run fuzz`: damaged messages through reading, checks and forging. Prints seed and count; ends with status 1 when
 * something threw, hung for over a second, or the memory grew.
 */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz/fuzz.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
});
const count = Number(values.count);
const seed = Number(values.seed);
console.log(`Seed ${seed}, ${count} messages.`);

const heaps: number[] = [];
const startedAt = performance.now();
const outcome = await fuzz({
  seed,
  count,
  now: Date.UTC(2026, 0, 1),
  stopwatch: () => process.cpuUsage().user / 1_000,
  onProgress: (done, { crashes, errors, slowest }) => {
    globalThis.gc?.();
    heaps.push(process.memoryUsage().heapUsed);
    if (done % 10_000 !== 0) return;
    const rate = Math.round(done / ((performance.now() - startedAt) / 1_000));
    const megabytes = Math.round((heaps.at(-1) ?? 0) / 2 ** 20);
    process.stderr.write(
      `${done} done, ${rate} a second; ${crashes.length} threw, ${errors.length} broke a check; slowest ${slowest.ms.toFixed(0)} ms; heap ${megabytes} MiB\n`,
    );
  },
});

// What was loaded and compiled in the first tenth stays; after that a run must live within what it has.
const settled = heaps.slice(Math.floor(heaps.length / 10), Math.ceil(heaps.length / 2));
const before = Math.max(0, ...settled);
const after = Math.max(0, ...heaps.slice(Math.ceil(heaps.length / 2)));
const growth = before === 0 ? 1 : after / before;
const hung = outcome.slowest.ms > 1_000;
console.log(`${outcome.count} messages in ${Math.round((performance.now() - startedAt) / 1_000)} s.`);
console.log(
  `${outcome.forged} forged by an attack first, ${outcome.wild} made up by fast-check; fault was found with ${outcome.faulted}.`,
);
console.log(`An attack was made of ${outcome.reforged.made} of ${outcome.reforged.tried} damaged ones.`);
console.log(`Slowest: number ${outcome.slowest.index}, ${outcome.slowest.ms.toFixed(0)} ms.`);
console.log(`Heap of the second half to that of the first: ${growth.toFixed(2)}.`);
for (const { index, error } of outcome.crashes.slice(0, 10)) console.log(`Message ${index} threw: ${error}`);
for (const { index, check, message } of outcome.errors.slice(0, 10))
  console.log(`Message ${index} broke ${check}: ${message}`);
const failed = outcome.crashes.length + outcome.errors.length > 0 || hung || growth > 1.25;
console.log(failed ? 'FAILED' : 'Nothing threw, nothing hung, the memory did not grow.');
process.exitCode = failed ? 1 : 0;
