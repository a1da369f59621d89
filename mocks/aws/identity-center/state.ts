import type { Ids } from '../../core/ids.ts';
import type { SigningKey, SigningKeyOptions } from '../../core/keys.ts';
import { createScimService, type ScimService } from '../../scim/service.ts';
import { createIdentityStore } from '../../scim/store.ts';
import { createAwsIds } from '../iam/aws-ids.ts';
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
  /** Automatic provisioning into the directory. */
  readonly scim: ScimService;
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
  const logins = createLogins(now, ids);
  const newId = createAwsIds(ids).requestId;
  // Deleted or switched off, by hand or by SCIM: what is open ends at once.
  const store = createIdentityStore({ now, newId, onAccessLost: (userId) => logins.end(userId) });
  let key: Promise<SigningKey> | undefined;
  const state: State = {
    addresses,
    now,
    ids,
    directory: createDirectory(instance, store),
    scim: createScimService({
      config: instance.scim,
      region: addresses.region,
      store,
      now,
      newSecret: () => ids.token() + ids.token(),
      newRequestId: newId,
    }),
    seen: createSeenAssertions(now),
    relayStates: createRelayStates(ids.token()),
    logins,
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
