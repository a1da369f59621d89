/** Why a value cannot be an entity identifier (saml-metadata 2.2.1, saml-core 8.3.6), or `undefined` when it can. */
export function entityIdFault(value: string): 'too-long' | 'not-a-uri' | undefined {
  // Characters as the schema counts them: code points, not UTF-16 units.
  if ([...value].length > 1024) return 'too-long';
  // RFC 3986: a scheme, a colon, then only characters that a URI may hold.
  const absolute = /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;
  return absolute.test(value) ? undefined : 'not-a-uri';
}
