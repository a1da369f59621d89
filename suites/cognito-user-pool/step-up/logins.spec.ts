import { dirname } from 'node:path';
import { test as base, expect } from 'playwright/test';
import { loadConfig } from '../../../harness/config/load-config.ts';
import { readRunSettings } from '../../../harness/config/run-settings.ts';
import { CountersignError } from '../../../harness/model/error.ts';
import { openContainers } from '../../../harness/stack/containers.ts';
import { type RunningStack, startEmbedded, startStack } from '../../../harness/stack/start-stack.ts';
import { attachProof } from '../../support/attach-proof.ts';
import { casesFor } from './cases.ts';
import { sampleRollout, stepUpParts } from './parties.ts';
import { proveStepUp } from './prove-step-up.ts';
import { rolloutOf } from './rollout-of.ts';

const settings = readRunSettings(process.env, process.cwd());
const { waivers, integrations } = await loadConfig(settings.root, settings.config);
const rollout = rolloutOf(
  integrations['cognito-user-pool']?.stepUp ?? sampleRollout.settings,
  settings.config === undefined ? settings.root : dirname(settings.config),
);
if (rollout.set.isOwn && settings.containers !== undefined)
  throw new CountersignError(
    'usage',
    'Functions of your own run on this machine, and not in containers: their files are not in the image.',
    'Leave --containers out, or take "functions" out of "stepUp".',
  );

/** No page is shown in these journeys: the doubles suffice, without a browser. */
const test = base.extend<object, { stack: RunningStack }>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what a fixture depends on
    async ({}, use) => {
      await using started = new AsyncDisposableStack();
      const containers =
        settings.containers &&
        started.use(await openContainers(settings.containers.image, settings.containers.runId));
      const start = containers?.start ?? startEmbedded;
      await use(started.use(await startStack(stepUpParts(rollout), start, Date.now())));
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const isWanted = (id: string) => settings.cases.length === 0 || settings.cases.includes(id);
// No mutation of another rollout is switched on here.
const possible = settings.mutation === undefined ? casesFor(rollout) : [];

for (const one of possible.filter(({ id }) => isWanted(id)))
  test(
    one.title,
    { annotation: { type: 'case', description: `cognito-user-pool/${one.id}` } },
    async ({ stack }, info) => {
      const report = await proveStepUp(one, { stack, waivers, runFolder: settings.runFolder, rollout });
      attachProof(info, report, settings.runFolder);
      expect(report.verdict, report.summary).toBe('pass');
    },
  );
