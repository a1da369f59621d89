import type { ConditionContext } from './context.ts';
import { type Operator, operators } from './operators.ts';
import type { Condition, PolicyPlace } from './types.ts';
import { fillText } from './values.ts';

/** The condition that keeps a statement from applying. */
export interface ConditionFailure {
  /** Operator and key as the policy writes them. */
  readonly operator: string;
  readonly key: string;
  /** The policy's values, with variables filled in where they have a value. */
  readonly expected: readonly string[];
  /** The request's values; `undefined` when it does not have the key. */
  readonly observed: readonly string[] | undefined;
  readonly place: PolicyPlace;
}

/**
 * Whether a condition holds for a request.
 * Sources: IAM User Guide, "Condition operators" (missing keys, IfExists, Null) and "Creating a condition with
 * multiple keys or values" (set operators, null data sets).
 */
export function conditionHolds(condition: Condition, context: ConditionContext): boolean {
  const found = context(condition.lookup);
  const observed = found === undefined || found.length === 0 ? undefined : found;
  if (condition.test === 'Null') return nullHolds(condition, observed === undefined);
  const operator = operators[condition.test];
  if (observed === undefined) return missingHolds(condition, operator);
  const fits = (value: string) => valueFits(value, condition, operator, context);
  if (condition.quantifier === 'plain') return plainHolds(observed, operator, fits);
  const isNullSet = observed.every((value) => value === '');
  if (condition.quantifier === 'each') return isNullSet || observed.every(fits);
  return !isNullSet && observed.some(fits);
}

export function describeFailure(condition: Condition, context: ConditionContext): ConditionFailure {
  return {
    operator: condition.operator,
    key: condition.key,
    expected: condition.values.map((value) => fillText(value, context) ?? value.text),
    observed: context(condition.lookup),
    place: condition.place,
  };
}

function nullHolds({ values }: Condition, isMissing: boolean): boolean {
  return values.some(({ text }) => text.toLowerCase() === (isMissing ? 'true' : 'false'));
}

function missingHolds({ ifExists, quantifier }: Condition, { negated }: Operator): boolean {
  if (ifExists || quantifier === 'each') return true;
  return quantifier === 'plain' && negated;
}

/** A key with several values and no set operator: see the assumption `list-without-set-operator`. */
function plainHolds(observed: readonly string[], { negated }: Operator, fits: (value: string) => boolean) {
  return negated ? observed.every(fits) : observed.some(fits);
}

function valueFits(
  value: string,
  condition: Condition,
  operator: Operator,
  context: ConditionContext,
): boolean {
  const hit = condition.values.some((candidate) => operator.matches(value, candidate, context));
  return operator.negated ? !hit : hit;
}
