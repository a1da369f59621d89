import type { EventLog } from '../../core/event-log.ts';
import type { Ids } from '../../core/ids.ts';
import type { Shelf } from '../../core/web/shelf.ts';
import type { AwsState } from '../iam/state.ts';
import type { StsSettings } from '../sts/config.ts';
import type { SeenAssertions } from '../sts/seen.ts';
import type { SignInAudit } from './audit.ts';
import type { ConsoleSession, Handoff } from './console-session.ts';

/** All that the sign-in page works with. `handoffs` and `sessions` go with a restart. */
export interface SignIn {
  readonly state: AwsState;
  readonly ids: Ids;
  readonly now: () => number;
  readonly events: EventLog;
  readonly audit: SignInAudit;
  readonly seen: SeenAssertions;
  readonly handoffs: Shelf<Handoff>;
  readonly sessions: Shelf<ConsoleSession>;
  readonly region: string;
  settings: StsSettings;
}
