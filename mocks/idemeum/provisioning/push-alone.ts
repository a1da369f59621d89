import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Desired } from './desired.ts';
import { push } from './push.ts';
import { provisioningSchema, retryPolicy } from './settings.ts';

/**
 * Runs one push as a process of its own, so that it can be killed like one: `push-alone.ts FILE`, where the file holds
 * `{settings, desired}` as JSON. Prints the report.
 */
const [file = ''] = process.argv.slice(2);
// Written by whoever starts this process: the settings are checked, the rest is its own shape.
const task = JSON.parse(readFileSync(file, 'utf8')) as { settings: unknown; desired: Desired };
const report = await push({
  settings: provisioningSchema.parse(task.settings),
  desired: task.desired,
  send: fetch,
  policy: retryPolicy,
  sleep: async (ms) => void (await sleep(ms)),
  random: Math.random,
  now: Date.now,
});
process.stdout.write(`${JSON.stringify(report)}\n`);
