import type { PoolCall, PrincipalTag } from '../../../harness/model/identity-pool-records.ts';
import type { EventLog } from '../../core/event-log.ts';
import type { Ids } from '../../core/ids.ts';
import type { TrustedIdp } from '../../core/saml/idp-entity.ts';
import type { Shelf } from '../../core/web/shelf.ts';
import type { AppSettings } from './config.ts';

/** Somebody who is signed in to the application. */
export interface AppSession {
  /** NameID. */
  readonly userName: string;
  readonly identityId: string;
  readonly arn: string;
  readonly tags: readonly PrincipalTag[] | undefined;
  /** Milliseconds since 1970: when the credentials end. */
  readonly expiresAt: number;
}

/** All that the application works with. Sessions go with a restart. */
export interface PoolApp {
  readonly name: string;
  readonly host: string;
  readonly region: string;
  readonly routes: Readonly<Record<string, string>>;
  readonly ids: Ids;
  readonly events: EventLog;
  readonly now: () => number;
  readonly sessions: Shelf<AppSession>;
  settings: AppSettings;
  /** Identity providers whose assertions it reads a user name from. */
  trusted: readonly TrustedIdp[];
  /** Every call that it made, by login: the latest last. */
  logins: readonly (readonly PoolCall[])[];
}
