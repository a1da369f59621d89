import type { EventLog } from '../../core/event-log.ts';
import type { ProviderConfig, Safeguard, UserPoolSettings, userPoolAddresses } from './config.ts';
import type { FederationLog } from './federation-log.ts';
import type { HostedState } from './hosted-state.ts';
import type { Pool } from './pool.ts';
import type { PoolSamlKeys } from './saml-keys.ts';

/** Sends a request of the pool into the world. */
export type Send = (request: Request) => Promise<Response>;

/** What the hosted UI works with. */
export interface PoolContext {
  readonly settings: UserPoolSettings;
  readonly addresses: ReturnType<typeof userPoolAddresses>;
  readonly pool: Pool;
  readonly hosted: HostedState;
  readonly events: EventLog;
  readonly send: Send;
  /** Made when they are first needed. */
  readonly samlKeys: () => Promise<PoolSamlKeys>;
  /** By ProviderName. */
  readonly providers: Map<string, ProviderConfig>;
  readonly federations: FederationLog[];
  /** Whether a safeguard is left out on purpose. */
  readonly lacks: (safeguard: Safeguard) => boolean;
}
