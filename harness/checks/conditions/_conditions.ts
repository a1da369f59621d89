import type { AssertionReading, ResponseReading } from '../../model/readings.ts';

export type ConditionsReading = NonNullable<AssertionReading['conditions']>;

/** The Conditions of all assertions, in document order. */
export function conditionsOf(response: ResponseReading): ConditionsReading[] {
  return response.assertions.flatMap(({ conditions }) => (conditions === undefined ? [] : [conditions]));
}

/** Why a check about Conditions has nothing to judge, or `true`. */
export function hasConditions({ response }: { readonly response: ResponseReading }): true | string {
  return conditionsOf(response).length > 0 || 'No assertion has Conditions.';
}
