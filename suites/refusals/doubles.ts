import type { RefusalTarget } from '../../harness/flows/refusals/target.ts';
import { openIdentityCenterTarget } from './identity-center.ts';
import { makeRefusalKeys, type RefusalKeys } from './keys.ts';
import { openServiceProviderTarget } from './service-provider.ts';

/** A double that attacks are tried on when nothing else is configured. */
export interface DoubleTarget {
  /** What `--integration` names. */
  readonly id: string;
  readonly title: string;
  readonly open: (keys: RefusalKeys) => Promise<RefusalTarget>;
}

/** Every double of a service provider that takes responses, embedded and strict. */
export const doubleTargets: readonly DoubleTarget[] = [
  {
    id: 'sp',
    title: 'the generic service provider',
    open: async (keys) => (await openServiceProviderTarget(keys)).target,
  },
  {
    id: 'sp-response',
    title: 'the generic service provider, with signed Responses instead of assertions',
    open: async (keys) => (await openServiceProviderTarget(keys, 'response')).target,
  },
  {
    id: 'identity-center',
    title: 'IAM Identity Center',
    open: async (keys) => (await openIdentityCenterTarget(keys)).target,
  },
];

/** Keys for doubles: made for one run, known to nobody else. */
export const makeDoubleKeys = makeRefusalKeys;
