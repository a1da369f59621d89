import type { NameIdReading, ResponseReading } from '../../model/readings.ts';

/** The NameIDs of all assertions, in document order. */
export function nameIdsOf(response: ResponseReading): NameIdReading[] {
  return response.assertions.flatMap(({ subject }) => subject?.nameIds ?? []);
}

/** Why a check about the NameID has nothing to judge, or `true`. */
export function hasNameId({ response }: { readonly response: ResponseReading }): true | string {
  return nameIdsOf(response).length > 0 || 'No assertion has a NameID in plain text.';
}
