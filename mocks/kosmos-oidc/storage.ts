import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  /** Milliseconds since 1970; absent for what does not expire. */
  readonly until?: number;
}

/** All that the provider remembers, in memory, of one double alone; the library's own store is shared by a process. */
export function createStorage(now: () => number): {
  readonly adapter: AdapterFactory;
  readonly clear: () => void;
} {
  const kept = new Map<string, Kept>();
  const find = (matches: (payload: AdapterPayload) => boolean) =>
    [...kept.values()].find(({ payload }) => matches(payload))?.payload;
  const adapter = (model: string): Adapter => {
    const key = (id: string) => `${model}:${id}`;
    return {
      upsert: async (id, payload, expiresIn) => {
        kept.set(key(id), { payload, ...(expiresIn ? { until: now() + expiresIn * 1000 } : {}) });
      },
      find: async (id) => {
        const found = kept.get(key(id));
        if (found?.until === undefined || found.until > now()) return found?.payload;
        kept.delete(key(id));
        return undefined;
      },
      findByUid: async (uid) => find((payload) => payload.uid === uid && payload.kind === model),
      findByUserCode: async (userCode) => find((payload) => payload.userCode === userCode),
      consume: async (id) => {
        const found = kept.get(key(id));
        if (found !== undefined)
          kept.set(key(id), {
            ...found,
            payload: { ...found.payload, consumed: Math.floor(now() / 1000) },
          });
      },
      destroy: async (id) => {
        kept.delete(key(id));
      },
      revokeByGrantId: async (grantId) => {
        for (const [id, { payload }] of kept) if (payload.grantId === grantId) kept.delete(id);
      },
    };
  };
  return { adapter, clear: () => kept.clear() };
}
