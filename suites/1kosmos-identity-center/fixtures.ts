import { test as base } from 'playwright/test';
import { loadConfig } from '../../harness/config/load-config.ts';
import { readRunSettings } from '../../harness/config/run-settings.ts';
import { CountersignError } from '../../harness/model/error.ts';
import { openContainers } from '../../harness/stack/containers.ts';
import { startBench } from '../support/bench.ts';
import { describeParties } from './parties.ts';
import type { Rollout } from './prove-login.ts';

export const settings = readRunSettings(process.env, process.cwd());

/** The rollout under proof: doubles, browser and settings, one set for each worker. */
export const test = base.extend<object, { rollout: Rollout }>({
  rollout: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what a fixture depends on
    async ({}, use) => {
      const config = await loadConfig(settings.root, settings.config);
      const own = config.integrations['1kosmos-identity-center'];
      if (own === undefined)
        throw new CountersignError(
          'config',
          'The configuration does not roll out 1kosmos-identity-center.',
          'Add it to "integrations".',
        );
      const parties = describeParties(own);
      await using stack = new AsyncDisposableStack();
      const containers =
        settings.containers &&
        stack.use(await openContainers(settings.containers.image, settings.containers.runId));
      const bench = stack.use(
        await startBench(parties.parts, {
          headed: settings.headed || config.browser.headed,
          browserPath: config.browser.path,
          start: containers?.start,
        }),
      );
      await use({ bench, parties, profile: own.profile, waivers: config.waivers, settings });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
