import type { AttributeReading, ResponseReading } from '../../model/readings.ts';

/** Attributes for access control: `https://aws.amazon.com/SAML/Attributes/AccessControl:<key>`. */
export const abacPrefix = 'https://aws.amazon.com/SAML/Attributes/AccessControl:';

/** Every attribute for access control in the message, in order. */
export function abacAttributes(response: ResponseReading): readonly AttributeReading[] {
  return response.assertions
    .flatMap(({ attributes }) => attributes)
    .filter(({ name }) => name?.startsWith(abacPrefix) === true);
}

/** Why there is nothing to judge, for a check's `applies`. */
export function hasAbac(response: ResponseReading): true | string {
  return abacAttributes(response).length > 0 || 'The response has no attribute for access control.';
}

/** The part of the name that becomes the session tag's key. */
export function keyOf(attribute: AttributeReading): string {
  return (attribute.name ?? '').slice(abacPrefix.length);
}
