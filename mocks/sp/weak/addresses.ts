/** Addresses that a curious processor follows: inclusions, schemas, stylesheets. */
export function addressesIn(text: string): readonly string[] {
  const patterns = [
    /<(?:[\w.-]+:)?include\b[^>]*?\shref\s*=\s*["']([^"']*)["']/g,
    /schemaLocation\s*=\s*["']\s*[^"'\s]+\s+([^"'\s]+)/g,
    /noNamespaceSchemaLocation\s*=\s*["']([^"']*)["']/g,
    /document\(\s*(?:'|"|&apos;|&quot;)([a-z]+:.*?)(?:'|"|&apos;|&quot;)/g,
    /<\?xml-stylesheet\b[^>]*?\shref\s*=\s*["']([^"']*)["']/g,
  ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((found) => (found[1] ?? '').replaceAll('&amp;', '&')),
  );
}

/** Addresses that a signature names: of keys, and of what it covers. */
export function addressesInSignatures(text: string): readonly string[] {
  const patterns = [
    /<(?:[\w.-]+:)?(?:RetrievalMethod|KeyInfoReference|Reference)\b[^>]*?\sURI\s*=\s*["']([^"'#][^"']*)["']/g,
    /<(?:[\w.-]+:)?KeyName\b[^>]*>\s*([^<]*?)\s*</g,
  ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((found) => (found[1] ?? '').replaceAll('&amp;', '&')),
  );
}
