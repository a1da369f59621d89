import type { Ids } from '../../core/ids.ts';

/** Things by an unguessable key that stop being there when they expire. */
export interface Shelf<T> {
  readonly put: (thing: T, key?: string) => string;
  readonly get: (key: string) => T | undefined;
  /** Gives it out for the last time. */
  readonly take: (key: string) => T | undefined;
  readonly list: () => readonly T[];
  readonly clear: () => void;
}

export function createShelf<T extends { readonly expiresAt: number }>(now: () => number, ids: Ids): Shelf<T> {
  const things = new Map<string, T>();
  const get = (key: string) => {
    const thing = things.get(key);
    return thing !== undefined && now() < thing.expiresAt ? thing : undefined;
  };
  return {
    put: (thing, key = ids.token()) => {
      for (const [old, { expiresAt }] of things) if (expiresAt <= now()) things.delete(old);
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
