const pages = ['text/html', 'application/json'];
const documents = ['application/xml', 'text/xml', 'application/samlmetadata'];

/** How many characters of an answer's body are kept: none of what no check reads. */
export function keptLength(contentType: string): number {
  const type = contentType.trim().toLowerCase();
  const isOneOf = (kinds: readonly string[]) => kinds.some((kind) => type.startsWith(kind));
  if (isOneOf(pages)) return 200_000;
  // Metadata is read as a whole or not at all.
  return isOneOf(documents) ? 4_000_000 : 0;
}
