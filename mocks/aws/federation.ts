import type { Double } from '../../harness/model/double.ts';
import { createIds } from '../core/ids.ts';
import { accountsBody } from './iam/config.ts';
import { type AwsDeps, createIam } from './iam/double.ts';
import { type AwsState, createAwsState } from './iam/state.ts';
import { type SignInConfig, signInBody } from './sign-in/config.ts';
import { createSignIn } from './sign-in/double.ts';
import { createSts } from './sts/double.ts';

/** The three doubles of direct federation, before the same accounts. */
export interface Federation {
  readonly iam: Double;
  readonly sts: Double;
  readonly signIn: Double;
  readonly state: AwsState;
}

/**
 * Makes IAM, STS and sign-in over one state: a provider that is updated by one is updated for all. Each keeps its own
 * clock, settings, events and audit log.
 */
export function createFederation(config: SignInConfig = {}, deps: Omit<AwsDeps, 'state'> = {}): Federation {
  const { region, regions, settings, ...seed } = signInBody.parse(config);
  const { now = Date.now, ids = createIds() } = deps;
  const state = createAwsState(accountsBody.parse(seed), { now, ids });
  const shared = { now, ids, state };
  return {
    iam: createIam({}, shared),
    sts: createSts({ region, settings }, shared),
    signIn: createSignIn({ region, regions, settings }, shared),
    state,
  };
}
