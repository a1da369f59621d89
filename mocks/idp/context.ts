import type { Clock } from '../core/clock.ts';
import type { EventLog } from '../core/event-log.ts';
import type { Ids } from '../core/ids.ts';
import { type Application, addressesOf, type IdpConfig } from './config.ts';
import type { Signer } from './issue.ts';
import type { Logins } from './logins.ts';
import { buildMetadata } from './metadata.ts';
import { type Refusal, type RefusalFacts, respondRefusal } from './pages/refusal-page.ts';
import type { Sessions } from './sessions.ts';
import type { IdpKeys, IdpState, Login } from './state.ts';

/** What the routes work with. */
export interface IdpContext {
  readonly config: IdpConfig;
  readonly state: IdpState;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly keys: IdpKeys;
  readonly events: EventLog;
  readonly logins: Logins;
  readonly sessions: Sessions;
}

export function signerOf({ config, state, keys }: IdpContext): Signer {
  const { entityId, ssoUrl } = addressesOf(config);
  return { entityId, ssoUrl, key: keys[state.durable.activeKey] };
}

export function metadataOf({ config, state, keys }: IdpContext): string {
  const { entityId, ssoUrl } = addressesOf(config);
  const applications = [...state.durable.applications.values()];
  return buildMetadata({
    entityId,
    ssoUrl,
    keys: state.durable.publishedKeys.map((name) => keys[name]),
    nameIdFormats: [...new Set(applications.map(({ nameIdFormat }) => nameIdFormat))],
    wantRequestsSigned:
      applications.length > 0 && applications.every(({ requireSignedRequests }) => requireSignedRequests),
  });
}

/** Records the private reason and shows the page, which does not have it. */
export function refuse(
  context: IdpContext,
  refusal: Refusal,
  reason: string,
  about: {
    readonly login?: Login | undefined;
    readonly application?: Application | undefined;
    /** Text to show as it is; only a weak double has any. */
    readonly echo?: string | undefined;
  } = {},
): Promise<Response> {
  const { login, application, echo } = about;
  context.events.record(
    'refused',
    { refusal, ...(application === undefined ? {} : { application: application.id }) },
    reason,
  );
  const facts: RefusalFacts = {
    organisation: context.config.organisation,
    nonce: context.ids.token(),
    ...(login === undefined ? {} : { loginId: login.id }),
    ...(application === undefined ? {} : { application }),
    ...(echo === undefined ? {} : { echo }),
  };
  return respondRefusal(refusal, facts);
}
