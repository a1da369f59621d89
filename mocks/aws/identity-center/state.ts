import type { Ids } from '../../core/ids.ts';
import type { SigningKey, SigningKeyOptions } from '../../core/keys.ts';
import { type Addresses, addressesOf } from './addresses.ts';
import { type Audit, createAudit } from './audit.ts';
import type { Instance, Settings } from './config.ts';
import { createDirectory, type Directory } from './directory.ts';
import { createLogins, type Logins } from './logins.ts';
import { createRelayStates, type RelayStates } from './relay-state.ts';
import { createSeenAssertions, type SeenAssertions } from './seen-assertions.ts';
import { importMetadata, type Trust } from './trust.ts';

/** One Identity Center instance. All but `logins` survives a restart. */
export interface State {
  readonly addresses: Addresses;
  readonly now: () => number;
  readonly ids: Ids;
  readonly directory: Directory;
  readonly seen: SeenAssertions;
  readonly relayStates: RelayStates;
  readonly logins: Logins;
  readonly audit: Audit;
  settings: Settings;
  trust: Trust | undefined;
  /** Key that signs requests; undefined while `signRequests` is off. */
  readonly requestKey: () => Promise<SigningKey | undefined>;
}

export interface StateParts {
  readonly now: () => number;
  readonly ids: Ids;
  readonly createKey: (options: SigningKeyOptions) => Promise<SigningKey>;
}

const year = 365 * 24 * 60 * 60_000;

export function createState(instance: Instance, { now, ids, createKey }: StateParts): State {
  const addresses = addressesOf(instance);
  let key: Promise<SigningKey> | undefined;
  const state: State = {
    addresses,
    now,
    ids,
    directory: createDirectory(instance),
    seen: createSeenAssertions(now),
    relayStates: createRelayStates(ids.token()),
    logins: createLogins(now, ids),
    audit: createAudit({ region: addresses.region, now, newId: ids.token }),
    settings: instance.settings,
    trust: instance.idpMetadata === undefined ? undefined : importMetadata(instance.idpMetadata),
    requestKey: async () => {
      if (!state.settings.signRequests) return undefined;
      key ??= createKey({
        commonName: addresses.signInHost,
        notBefore: new Date(now() - 60_000),
        notAfter: new Date(now() + year),
      });
      return key;
    },
  };
  return state;
}
