/** An NCName (Namespaces in XML 3), which is what an xs:ID holds. */
export function isNcName(id: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}\p{M}._·-]*$/u.test(id);
}

/**
 * How many random bits the identifier can hold at most, in whole bits: characters times the bits of their alphabet.
 * It says what is surely too little, never that the source of the identifier was random.
 */
export function mostRandomBits(id: string): number {
  const text = id.replace(/^_+/, '');
  const compact = text.replace(/[-_.]/g, '');
  const isNumber = /^\d*$/.test(compact);
  const isHexadecimal = /^(?:id)?(?:[\da-f]*|[\dA-F]*)$/.test(compact);
  // In base64url hyphens and underscores carry bits; in hexadecimal, as in a UUID, they only separate.
  const counted = isHexadecimal ? compact : text;
  const distinct = new Set(counted).size;
  const alphabet = isNumber ? 10 : isHexadecimal ? 16 : 64;
  // Random text of this length uses most of its alphabet; a few repeated characters are a counter or a constant.
  const used = distinct < 6 ? Math.max(distinct, 1) : alphabet;
  return Math.floor(counted.length * Math.log2(used));
}
