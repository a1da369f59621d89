import { test as base, expect } from 'playwright/test';
import { loadConfig } from '../../../harness/config/load-config.ts';
import { readRunSettings } from '../../../harness/config/run-settings.ts';
import { openContainers } from '../../../harness/stack/containers.ts';
import { type RunningStack, startEmbedded, startStack } from '../../../harness/stack/start-stack.ts';
import { attachProof } from '../../support/attach-proof.ts';
import { stepUpCases } from './cases.ts';
import { stepUpParts } from './parties.ts';
import { proveStepUp } from './prove-step-up.ts';

const settings = readRunSettings(process.env, process.cwd());
const { waivers } = await loadConfig(settings.root, settings.config);

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
      await use(started.use(await startStack(stepUpParts(), start, Date.now())));
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const isWanted = (id: string) => settings.cases.length === 0 || settings.cases.includes(id);
// No mutation of another rollout is switched on here.
const possible = settings.mutation === undefined ? stepUpCases : [];

for (const one of possible.filter(({ id }) => isWanted(id)))
  test(
    one.title,
    { annotation: { type: 'case', description: `cognito-user-pool/${one.id}` } },
    async ({ stack }, info) => {
      const report = await proveStepUp(one, { stack, waivers, runFolder: settings.runFolder });
      attachProof(info, report, settings.runFolder);
      expect(report.verdict, report.summary).toBe('pass');
    },
  );
