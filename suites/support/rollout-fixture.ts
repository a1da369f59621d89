import { test as base } from 'playwright/test';
import { loadConfig } from '../../harness/config/load-config.ts';
import { type RunSettings, readRunSettings } from '../../harness/config/run-settings.ts';
import type { Config } from '../../harness/config/schema.ts';
import { CountersignError } from '../../harness/model/error.ts';
import { openContainers } from '../../harness/stack/containers.ts';
import { waitForQuietNetwork } from '../../harness/stack/quiet-network.ts';
import type { StackPart } from '../../harness/stack/start-stack.ts';
import { type Bench, startBench } from './bench.ts';

type IntegrationId = keyof Config['integrations'];

/** What all cases of an integration share in one worker: doubles, browser and settings. */
export interface Rollout<P> {
  readonly bench: Bench;
  readonly parties: P;
  readonly profile: string;
  readonly waivers: Config['waivers'];
  readonly settings: RunSettings;
}

interface Parties {
  readonly parts: readonly StackPart[];
  /** True where nothing is done in pages. */
  readonly withoutBrowser?: boolean;
}

type Describe<I extends IntegrationId, P extends Parties> = (
  config: NonNullable<Config['integrations'][I]>,
) => P;

/** The rollout that a worker has up. There is one at a time: two would have doubles of the same names. */
interface Rollouts {
  readonly open: <I extends IntegrationId, P extends Parties>(
    id: I,
    describeParties: Describe<I, P>,
  ) => Promise<Rollout<P>>;
}

// The runner asks for a stack trace at each call, and has every line of it looked up in source maps. There are none here:
// what runs is what was written.
Reflect.deleteProperty(Error, 'prepareStackTrace');

const settings = readRunSettings(process.env, process.cwd());

/** One worker serves all integrations: to start a process takes as long as several logins. */
const shared = base.extend<object, { rollouts: Rollouts }>({
  rollouts: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what a fixture depends on
    async ({}, use) => {
      const config = await loadConfig(settings.root, settings.config);
      let up:
        | { readonly id: IntegrationId; readonly rollout: unknown; readonly stack: AsyncDisposable }
        | undefined;
      const close = async () => {
        const closing = up?.stack;
        up = undefined;
        await closing?.[Symbol.asyncDispose]();
      };
      await use({
        open: async <I extends IntegrationId, P extends Parties>(id: I, describeParties: Describe<I, P>) => {
          if (up?.id !== id) {
            await close();
            const started = await startRollout(config, id, describeParties);
            up = { id, ...started };
          }
          return up.rollout as Rollout<P>; // started by this integration's own describeParties
        },
      });
      await close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** A test of Playwright's for which this integration's rollout is up. */
export function rolloutFixture<I extends IntegrationId, P extends Parties>(
  id: I,
  describeParties: Describe<I, P>,
) {
  const test = shared.extend<{ rollout: Rollout<P> }>({
    rollout: [
      async ({ rollouts }, use) => {
        await use(await rollouts.open(id, describeParties));
      },
      { timeout: 120_000 },
    ],
  });
  return { test, settings };
}

async function startRollout<I extends IntegrationId, P extends Parties>(
  config: Config,
  id: I,
  describeParties: Describe<I, P>,
): Promise<{ readonly rollout: Rollout<P>; readonly stack: AsyncDisposable }> {
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
      withoutBrowser: parties.withoutBrowser,
    }),
  );
  if (containers) await waitForQuietNetwork();
  const rollout = { bench, parties, profile: own.profile, waivers: config.waivers, settings };
  return { rollout, stack: stack.move() };
}
