import type { IdentityPool, PrincipalTag } from '../../../harness/model/identity-pool-records.ts';
import type { EventLog } from '../../core/event-log.ts';
import type { AwsState } from '../iam/state.ts';
import type { StsSettings } from '../sts/config.ts';
import type { Identities } from './identities.ts';
import type { OpenIdTokens } from './openid-tokens.ts';
import type { ReplayMemory } from './replay-memory.ts';

/** What an audit log has of one call; the keys that were given out by their public half alone. */
export interface PoolAuditRecord {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly eventName: string;
  readonly identityPoolId?: string;
  readonly identityId?: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  /** Why, in our own words: AWS tells the code and the text only. */
  readonly reason?: string;
  readonly accessKeyId?: string;
  readonly roleArn?: string;
  /** Where the role came from, and which part of its trust policy let the person in. */
  readonly roleFrom?: string;
  readonly trustedBy?: 'web-identity' | 'saml';
  readonly principalTags?: readonly PrincipalTag[];
}

/** All that the identity pool double works with. Everything but the log outlives a restart. */
export interface PoolService {
  readonly region: string;
  readonly account: string;
  readonly state: AwsState;
  readonly pools: Map<string, IdentityPool>;
  readonly identities: Identities;
  readonly replays: ReplayMemory;
  readonly tokens: OpenIdTokens;
  readonly events: EventLog;
  readonly now: () => number;
  readonly audit: (record: Omit<PoolAuditRecord, 'at'>) => void;
  settings: StsSettings;
}
