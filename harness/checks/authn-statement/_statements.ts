import type { AssertionReading, ResponseReading } from '../../model/readings.ts';

export type StatementReading = AssertionReading['authnStatements'][number];

/** The AuthnStatements of all assertions, in document order. */
export function statementsOf(response: ResponseReading): StatementReading[] {
  return response.assertions.flatMap(({ authnStatements }) => authnStatements);
}

/** Why a check about AuthnStatements has nothing to judge, or `true`. */
export function hasStatement({ response }: { readonly response: ResponseReading }): true | string {
  return statementsOf(response).length > 0 || 'No assertion has an AuthnStatement.';
}

/** Class references with their text, of all statements. */
export function classRefsOf(response: ResponseReading): StatementReading['contextClassRefs'][number][] {
  return statementsOf(response).flatMap(({ contextClassRefs }) => contextClassRefs);
}
