import { cpus } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { loadConfig } from './harness/config/load-config.ts';
import { readRunSettings } from './harness/config/run-settings.ts';

const settings = readRunSettings(process.env, import.meta.dirname);
const config = await loadConfig(settings.root, settings.config);
const wanted = Object.keys(config.integrations).filter(
  (id) => settings.integrations.length === 0 || settings.integrations.includes(id),
);

// One kind of spec at a time: the proof of every mutation loads hundreds of files that a login does not need.
const kind = settings.mutation === 'each' ? 'mutations' : 'logins';

export default defineConfig({
  testDir: './suites',
  // Node reads these files as they are: to translate each of hundreds anew takes seconds.
  build: { external: ['**/*.ts'] },
  testMatch: wanted.map((id) => `**/${id}/**/${kind}.spec.ts`),
  outputDir: join(settings.runFolder, 'playwright'),
  // Pictures and records are in the evidence: the runner's own copies are not kept.
  preserveOutput: 'never',
  fullyParallel: true,
  // A browser breaks off what it is doing when the machine's networks change, as they do whenever a stack of containers
  // comes up or goes: so there is one stack at a time, unless somebody asks for more.
  workers:
    settings.containers === undefined ? (config.workers ?? Math.max(1, Math.min(4, cpus().length))) : 1,
  timeout: 60_000,
  // A login that works only the second time is not one that works: nothing is retried in silence.
  retries: 0,
  reporter: [
    ['./suites/support/plan-reporter.ts'],
    ['./reports/progress.ts'],
    ['allure-playwright', { resultsDir: join(settings.runFolder, 'allure-results') }],
  ],
});
