import type { SigningKey } from '../../core/keys.ts';

/** Signing certificates of the applications: each has one in force, and may be given the next. */
export interface Certificates {
  /** The certificate in force. */
  readonly active: (applicationId: string) => Promise<SigningKey>;
  /** Makes the next one and puts it into force at once; responses are signed by it from now on. */
  readonly rotate: (applicationId: string) => Promise<SigningKey>;
  /** Back to the first certificates. Keys that were made are kept: to make them takes long. */
  readonly forget: () => void;
}

export function createCertificates(makeKey: () => Promise<SigningKey>): Certificates {
  const made = new Map<string, Promise<SigningKey>[]>();
  const inForce = new Map<string, number>();
  const active = (id: string): Promise<SigningKey> => {
    const keys = made.get(id) ?? [];
    made.set(id, keys);
    const index = inForce.get(id) ?? 0;
    const key = keys[index] ?? makeKey();
    keys[index] = key;
    return key;
  };
  return {
    active,
    rotate: async (id) => {
      // The first one is made even if nobody asked for it: it is what applications were given.
      await active(id);
      inForce.set(id, (inForce.get(id) ?? 0) + 1);
      return active(id);
    },
    forget: () => inForce.clear(),
  };
}
