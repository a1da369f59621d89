import type { PartyRole, TargetRecord } from './evidence.ts';

/** One login journey of an integration: who logs in, with what arranged beforehand, and what must come of it. */
export interface Case {
  readonly id: string;
  readonly title: string;
  /** Flow that makes the journey. */
  readonly flow: string;
  /** The party that the case puts to the test. */
  readonly tests: PartyRole;
  /** Checks that must fail, because the case arranges what they look for. All others must not fail. */
  readonly expectedFailures: readonly { readonly check: string; readonly reason: string }[];
}

/** A rollout that can be proved: parties, the profile that judges it, its cases and the vendor's guide. */
export interface Integration<C extends Case = Case> {
  readonly id: string;
  readonly title: string;
  readonly profile: string;
  readonly targets: readonly TargetRecord[];
  readonly cases: readonly C[];
  /** True when its suite can switch a mutation on in its running doubles. */
  readonly liveMutations?: true;
  /** Step of the vendor's guide → checks that prove it was done right. */
  readonly guide: readonly { readonly step: string; readonly checks: readonly string[] }[];
}

export function defineIntegration<C extends Case>(integration: Integration<C>): Integration<C> {
  return Object.freeze(integration);
}
