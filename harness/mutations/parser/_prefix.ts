/** Prefix of the first element in a fragment, with its colon; empty without one. */
export function prefixOf(fragment: string): string {
  return /^<([\w.-]+:)?/.exec(fragment)?.[1] ?? '';
}

/** The fragment with the prefix of its first element bound to another namespace in that element. */
export function rebind(fragment: string, namespace: string): string {
  const prefix = prefixOf(fragment);
  const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const bare = fragment.replace(new RegExp(`\\s${declaration}="[^"]*"`), '');
  return bare.replace(/^<[^\s/>]+/, (name) => `${name} ${declaration}="${namespace}"`);
}
