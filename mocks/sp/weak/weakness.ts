import type { WeaknessId } from '../../../harness/model/weaknesses.ts';
import type { Steps } from '../accept/types.ts';

/** Replaces the steps that a safeguard consists of by those of a service provider that lacks it. */
export type Weaken = (steps: Steps) => Steps;

export type Weaknesses = Readonly<Partial<Record<WeaknessId, Weaken>>>;

/** The record without some of its entries. */
export function without<T>(
  record: Readonly<Record<string, T>>,
  ...names: readonly string[]
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

/** Leaves checks out. */
export function skip(...names: readonly string[]): Weaken {
  return (steps) => ({ ...steps, checks: without(steps.checks, ...names) });
}

/** Leaves checks of a signature's form out. */
export function skipForm(...names: readonly string[]): Weaken {
  return (steps) => ({ ...steps, signatureForm: without(steps.signatureForm, ...names) });
}
