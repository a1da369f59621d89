import type { Ids } from '../ids.ts';

/** Things by an unguessable key that stop being there when they expire. */
export interface Shelf<T> {
  readonly put: (thing: T, key?: string) => string;
  readonly get: (key: string) => T | undefined;
  /** Gives it out for the last time. */
  readonly take: (key: string) => T | undefined;
  readonly list: () => readonly T[];
  readonly clear: () => void;
}

/** How many more things there may be than after the last clean-up before the next: cleaning looks at all of them. */
const slack = 1_000;

export function createShelf<T extends { readonly expiresAt: number }>(now: () => number, ids: Ids): Shelf<T> {
  const things = new Map<string, T>();
  let cleanAt = slack;
  const clean = () => {
    if (things.size < cleanAt) return;
    for (const [old, { expiresAt }] of things) if (expiresAt <= now()) things.delete(old);
    cleanAt = things.size + slack;
  };
  const get = (key: string) => {
    const thing = things.get(key);
    return thing !== undefined && now() < thing.expiresAt ? thing : undefined;
  };
  return {
    put: (thing, key = ids.token()) => {
      clean();
      things.set(key, thing);
      return key;
    },
    get,
    take: (key) => {
      const thing = get(key);
      things.delete(key);
      return thing;
    },
    list: () => [...things.values()].filter(({ expiresAt }) => now() < expiresAt),
    clear: () => things.clear(),
  };
}
