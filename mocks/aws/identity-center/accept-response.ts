import { must, need, Refusal } from '../../core/saml/refusal.ts';
import type { StoredUser } from '../../scim/store.ts';
import { checkAccessControlAttributes } from './check-abac.ts';
import { checkAssertion, type Statement } from './check-assertion.ts';
import type { Handoff, PendingLogin } from './logins.ts';
import { readResponse } from './read-response.ts';
import { type DeepLink, readDeepLinkUrl } from './relay-state.ts';
import type { State } from './state.ts';
import type { Trust } from './trust.ts';

/** What was posted to the ACS. */
export interface Post {
  readonly response: string;
  readonly relayState: string | undefined;
}

/** How long the browser has to come from the ACS to the portal's host, in milliseconds. */
const handoffMs = 60_000;

/**
 * Takes a response, or throws a Refusal. All decisions are made without waiting in between, so that of several posts
 * of one response at the same instant only one is taken.
 * @returns the one-use code for the portal's host
 */
export function acceptResponse(state: State, { response, relayState }: Post): string {
  const { settings, addresses, now } = state;
  const trust = state.trust;
  if (trust === undefined) throw new Refusal('No identity provider is configured', 'session');
  const message = readResponse(response, {
    trust,
    acceptSha1: settings.acceptSha1,
    demandSignedAssertions: settings.demandSignedAssertions,
  });
  const statement = checkAssertion(message, {
    issuer: trust.entityId,
    audience: addresses.entityId,
    acsUrl: addresses.acsUrl,
    now: now(),
    skewMs: settings.skewMs,
  });
  checkAccessControlAttributes(message.assertion);
  checkReplay(state, trust, statement);
  const { pending, destination } = loadLogin(state, statement, relayState);
  const user = loadUser(state, statement.nameId);
  spend(state, trust, statement);
  const key = state.ids.token();
  const handoff: Handoff = {
    key,
    userId: user.id,
    browser: pending?.browser,
    destination,
    // SSOUG configure-user-session: the shorter of both. That SessionNotOnOrAfter carries it is assumed.
    sessionUntil: Math.min(now() + settings.sessionMs, statement.sessionUntil ?? Number.POSITIVE_INFINITY),
    expiresAt: now() + handoffMs,
  };
  return state.logins.handoffs.put(handoff, key);
}

function checkReplay(state: State, trust: Trust, { assertionId }: Statement): void {
  const isUsed = state.settings.replayProtection && state.seen.has(trust.entityId, assertionId);
  must(!isUsed, 'Assertion was already used');
}

interface Login {
  readonly pending?: PendingLogin;
  readonly destination: DeepLink | undefined;
}

/** The login that the response belongs to. AWS is seen to compare InResponseTo; the rest is SAML's own rule. */
function loadLogin(state: State, statement: Statement, relayState: string | undefined): Login {
  const { inResponseTo } = statement;
  if (inResponseTo === undefined) {
    must(state.settings.allowIdpInitiated, 'Response was not asked for, and IdP-initiated logins are off');
    return { destination: loadDefaultDestination(state, relayState) };
  }
  const pending = need(
    state.logins.pending.get(inResponseTo),
    `InResponseTo "${inResponseTo}" is no request that is waited for`.slice(0, 200),
  );
  const isOurs = relayState !== undefined && state.relayStates.open(relayState) !== undefined;
  must(isOurs && relayState === pending.relayState, 'RelayState is not the one sent with the request');
  return { pending, destination: pending.destination };
}

/** Blank, or a deep link of this portal. What AWS does with any other value is not documented: refused. */
function loadDefaultDestination(state: State, relayState: string | undefined): DeepLink | undefined {
  const { portalUrl } = state.addresses;
  if (relayState === undefined || relayState === '' || relayState === portalUrl) return undefined;
  if (relayState === `${portalUrl}/`) return undefined;
  return need(readDeepLinkUrl(relayState, portalUrl), 'RelayState is not a deep link into this portal');
}

/** The user name equals the NameID to the letter; nobody is created on the way (aws.md B.1). */
function loadUser(state: State, nameId: string): StoredUser {
  const user = need(state.directory.users.named(nameId), `User "${nameId}" does not exist`);
  must(user.attributes.active, `User "${nameId}" is disabled`);
  return user;
}

function spend(state: State, trust: Trust, { assertionId, inResponseTo, usableUntil }: Statement): void {
  if (!state.settings.replayProtection) return;
  state.seen.remember(trust.entityId, assertionId, usableUntil);
  if (inResponseTo !== undefined) state.logins.pending.take(inResponseTo);
}
