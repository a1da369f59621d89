import { randomUUID } from 'node:crypto';

/** A login as it is linked to an identity: provider and subject. */
export interface LinkedLogin {
  readonly provider: string;
  readonly subject: string;
}

export interface Identity {
  readonly id: string;
  readonly poolId: string;
  readonly logins: readonly LinkedLogin[];
}

/** Identities of all pools. Like AWS's, they outlive a restart, and a person keeps theirs. */
export interface Identities {
  readonly get: (id: string) => Identity | undefined;
  /** Identities of the pool that one of these logins is linked to, each once. */
  readonly withLogins: (poolId: string, logins: readonly LinkedLogin[]) => readonly Identity[];
  readonly create: (poolId: string, logins: readonly LinkedLogin[]) => Identity;
  /** Links logins that are not linked yet. */
  readonly link: (identity: Identity, logins: readonly LinkedLogin[]) => Identity;
  readonly list: () => readonly Identity[];
  readonly clear: () => void;
}

/** @param newId makes the part after the region */
export function createIdentities(newId: () => string = randomUUID): Identities {
  const byId = new Map<string, Identity>();
  const put = (identity: Identity) => {
    byId.set(identity.id, identity);
    return identity;
  };
  return {
    get: (id) => byId.get(id),
    withLogins: (poolId, logins) =>
      [...byId.values()].filter(
        (one) => one.poolId === poolId && one.logins.some((known) => has(logins, known)),
      ),
    create: (poolId, logins) => put({ id: `${poolId.split(':')[0]}:${newId()}`, poolId, logins }),
    link: (identity, logins) => {
      const fresh = logins.filter((one) => !has(identity.logins, one));
      return fresh.length === 0 ? identity : put({ ...identity, logins: [...identity.logins, ...fresh] });
    },
    list: () => [...byId.values()],
    clear: () => byId.clear(),
  };
}

function has(logins: readonly LinkedLogin[], { provider, subject }: LinkedLogin): boolean {
  return logins.some((one) => one.provider === provider && one.subject === subject);
}
