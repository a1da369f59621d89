import { test as base } from 'playwright/test';
import { loadConfig } from '../../harness/config/load-config.ts';
import { type RunSettings, readRunSettings } from '../../harness/config/run-settings.ts';
import type { Config } from '../../harness/config/schema.ts';
import { CountersignError } from '../../harness/model/error.ts';
import { openContainers } from '../../harness/stack/containers.ts';
import type { StackPart } from '../../harness/stack/start-stack.ts';
import { type Bench, startBench } from './bench.ts';

type IntegrationId = keyof Config['integrations'];

/** What all cases of one worker share: doubles, browser and settings. */
export interface Rollout<P> {
  readonly bench: Bench;
  readonly parties: P;
  readonly profile: string;
  readonly waivers: Config['waivers'];
  readonly settings: RunSettings;
}

/** A test of Playwright's whose worker has this integration's rollout up. */
export function rolloutFixture<I extends IntegrationId, P extends { readonly parts: readonly StackPart[] }>(
  id: I,
  describeParties: (config: NonNullable<Config['integrations'][I]>) => P,
) {
  const settings = readRunSettings(process.env, process.cwd());
  const test = base.extend<object, { rollout: Rollout<P> }>({
    rollout: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what a fixture depends on
      async ({}, use) => {
        const config = await loadConfig(settings.root, settings.config);
        const own = config.integrations[id];
        if (own === undefined)
          throw new CountersignError(
            'config',
            `The configuration does not roll out ${id}.`,
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
  return { test, settings };
}
