import { openHttpBrowser } from '../../harness/drivers/http/browser.ts';
import type { Canary } from '../../harness/drivers/http/canary.ts';
import type { IdpTarget } from '../../harness/flows/refusals/idp/idp-target.ts';
import { runIdpRefusals } from '../../harness/flows/refusals/idp/run-idp-refusals.ts';
import type { UnprovedTarget } from '../../harness/flows/refusals/prove-oracle.ts';
import {
  type RefusalOptions,
  type RefusalOutcome,
  runRefusals,
} from '../../harness/flows/refusals/run-refusals.ts';
import type { Mutation } from '../../harness/model/mutation.ts';
import { createIds } from '../../mocks/core/ids.ts';

export interface TryOptions
  extends Partial<
    Pick<
      RefusalOptions,
      'batchSize' | 'concurrency' | 'onResult' | 'signal' | 'now' | 'stopwatch' | 'openBrowser'
    >
  > {
  readonly target: UnprovedTarget;
  readonly attacks: readonly Mutation[];
  readonly keys: RefusalOptions['keys'];
  readonly canary?: Canary;
}

/** Tries attacks over HTTP, or whatever the target's `send` does: the parts put together as the command does it. */
export function tryAttacks({ target, now = Date.now, ...options }: TryOptions): Promise<RefusalOutcome> {
  return runRefusals({
    target,
    now,
    stopwatch: () => performance.now(),
    ids: createIds(),
    openBrowser: () => openHttpBrowser({ send: target.send, now, origins: target.origins }),
    ...options,
  });
}

export interface TryIdpOptions extends Omit<TryOptions, 'target' | 'concurrency'> {
  readonly target: IdpTarget;
}

/** The same at an identity provider. */
export function tryIdpAttacks({
  target,
  canary,
  now = Date.now,
  ...options
}: TryIdpOptions): Promise<RefusalOutcome> {
  return runIdpRefusals({
    target,
    now,
    canary,
    stopwatch: () => performance.now(),
    ids: createIds(),
    openBrowser: () => openHttpBrowser({ send: target.send, now, origins: target.origins }),
    ...options,
  });
}
