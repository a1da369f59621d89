import type { Where } from '../../model/check.ts';
import type {
  AssertionReading,
  MetadataReading,
  ResponseReading,
  SubjectConfirmationReading,
} from '../../model/readings.ts';
import type { Setup } from '../../model/records.ts';
import type { XmlElement } from '../../model/xml.ts';
import { CONFIRMATION } from '../../saml/namespaces.ts';
import { locate } from '../../saml/tree.ts';

/** Why a check about assertions has nothing to judge, or `true`. */
export function hasAssertion({ response }: { readonly response: ResponseReading }): true | string {
  return response.assertions.length > 0 || 'The Response carries no assertion in plain text.';
}

/** Where a finding about the Response points. */
export function at(response: ResponseReading, element: XmlElement, attribute?: string): Where {
  return locate('response', element, response.document, attribute === undefined ? undefined : { attribute });
}

/** Bearer confirmations of an assertion, in document order. */
export function bearerConfirmations(assertion: AssertionReading): SubjectConfirmationReading[] {
  return assertion.subject?.confirmations.filter(({ method }) => method === CONFIRMATION.bearer) ?? [];
}

/** The data elements of all bearer confirmations in the Response. */
export function bearerData(response: ResponseReading): NonNullable<SubjectConfirmationReading['data']>[] {
  return response.assertions
    .flatMap(bearerConfirmations)
    .flatMap(({ data }) => (data === undefined ? [] : [data]));
}

/** Why a check about bearer data has nothing to judge, or `true`. */
export function hasBearerData({ response }: { readonly response: ResponseReading }): true | string {
  return bearerData(response).length > 0 || 'No bearer confirmation carries SubjectConfirmationData.';
}

/** The identity provider's entityID: that of its metadata; the imported one serves where there is none. */
export function idpEntityIdOf(
  setup: Setup | undefined,
  metadata: MetadataReading | undefined,
): string | undefined {
  return metadata?.entityId ?? setup?.idp?.entityId;
}

/** The service provider's entityID: that of its metadata; the typed one serves where there is none. */
export function spEntityIdOf(
  setup: Setup | undefined,
  metadata: MetadataReading | undefined,
): string | undefined {
  return metadata?.entityId ?? setup?.sp?.entityId;
}
