/**
 * What a request brings to the conditions: the values of a key, given in lower case; `undefined` when the request
 * does not have the key.
 */
export type ConditionContext = (lookup: string) => readonly string[] | undefined;

/** A context over plain data; keys may be written in any case. */
export function contextOf(keys: Readonly<Record<string, string | readonly string[]>>): ConditionContext {
  const entries = Object.entries(keys).map(
    ([key, value]) => [key.toLowerCase(), typeof value === 'string' ? [value] : value] as const,
  );
  const map: ReadonlyMap<string, readonly string[]> = new Map(entries);
  return (lookup) => map.get(lookup);
}

/** The first context that has the key answers. */
export function joinContexts(...contexts: readonly ConditionContext[]): ConditionContext {
  return (lookup) => {
    for (const context of contexts) {
      const found = context(lookup);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
