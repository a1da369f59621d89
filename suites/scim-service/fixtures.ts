import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ScimEndpoint } from '../../harness/flows/scim-probe/caller.ts';
import { createScimControlClient } from '../../mocks/scim/client.ts';
import type { Rollout } from '../support/rollout-fixture.ts';
import { rolloutFixture } from '../support/rollout-fixture.ts';
import { clearLeftovers } from './clear-leftovers.ts';
import { existingEndpoint } from './existing.ts';
import { journalFolder, openJournal } from './journal.ts';
import { describeParties, type Parties } from './parties.ts';
import { createSend } from './send.ts';
import type { Trial } from './try-service.ts';

const base = rolloutFixture('scim-service', describeParties);
export const { settings } = base;

/** A service that is ready to be tried. */
export type OpenTrial = Omit<Trial, 'signal'>;

interface Ready {
  /** The service, once for all cases of a worker. */
  readonly open: (rollout: Rollout<Parties>) => Promise<OpenTrial>;
}

/** A test that is given the service, and a signal that ends what it tries there. */
export const test = base.test.extend<
  {
    trial: Trial;
    trying: { readonly signal: AbortSignal; readonly track: <T>(work: Promise<T>) => Promise<T> };
  },
  { ready: Ready }
>({
  ready: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what a fixture depends on
    async ({}, use) => {
      await using stack = new AsyncDisposableStack();
      let opened: Promise<OpenTrial> | undefined;
      await use({ open: (rollout) => (opened ??= openService(rollout, stack)) });
    },
    { scope: 'worker' },
  ],
  trying: async ({ ready: _ }, use) => {
    const interruption = new AbortController();
    const under: Promise<unknown>[] = [];
    await use({
      signal: interruption.signal,
      track: (work) => {
        under.push(work);
        return work;
      },
    });
    // An interrupted test is left where it is: what it made is removed before the connection goes.
    interruption.abort();
    await Promise.allSettled(under);
  },
  trial: async ({ rollout, ready, trying }, use) => {
    await use({ ...(await ready.open(rollout)), signal: trying.signal });
  },
});

async function openService(
  { bench, parties, settings: { root, config } }: Rollout<Parties>,
  stack: AsyncDisposableStack,
): Promise<OpenTrial> {
  const { existing, targets } = parties;
  if (existing === undefined) {
    const control = bench.stack.controls.scim;
    if (control === undefined) throw new Error('The stack runs without the SCIM service.');
    const { baseUrl, token } = await createScimControlClient(control).createToken();
    const { frontDoor, authority } = bench.stack;
    const send = stack.use(createSend({ port: frontDoor.port, authority }));
    return { endpoint: { baseUrl, token, send }, targets, notes: [] };
  }
  const endpoint: ScimEndpoint = {
    ...existingEndpoint(existing, process.env),
    send: stack.use(createSend()),
  };
  const folder = journalFolder(config === undefined ? root : dirname(config), endpoint.baseUrl);
  const removed = await clearLeftovers(folder, endpoint, isAlive, async (ms) => void (await sleep(ms)));
  const journal = openJournal(folder, process.pid);
  stack.defer(() => journal.close());
  return {
    endpoint,
    targets,
    journal,
    notes: [
      ...(existing.allowedBy === undefined ? [] : [`Changes were allowed by ${existing.allowedBy}.`]),
      ...(removed === 0 ? [] : [`${removed} people and groups that an earlier run left were removed first.`]),
    ],
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
