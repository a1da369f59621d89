import { must, need } from '../../core/saml/refusal.ts';
import type { PendingLogin } from '../memory.ts';
import { quote } from './find.ts';
import type { LoginRun, ReadLogin, RequestCheck, Statement } from './types.ts';

/** A login that was taken. */
export interface AcceptedLogin {
  /** Name of the account: what the person is called from now on. */
  readonly account: string;
  readonly statement: Statement;
  /** When the session must end, in milliseconds since 1970: our limit or the identity provider's. */
  readonly sessionUntil: number;
  /** Own path to go to. */
  readonly destination: string;
}

/**
 * Decides whether this browser is logged in by a message that is in order. Using it up comes last: what is refused
 * before may come again, what comes after cannot fail.
 */
export async function acceptLogin(login: ReadLogin, run: LoginRun): Promise<AcceptedLogin> {
  const { steps } = run;
  const { statement, relayState } = login;
  const pending = steps.bindRequest(statement, run);
  steps.checkRelayState(relayState, pending, run);
  const account = steps.findAccount(statement, run);
  steps.checkSession(account, pending, run);
  const destination = steps.destinationOf(relayState, pending, run);
  const claiming = steps.claim(login, run);
  // Strict code never waits here: between looking and remembering nothing else may run.
  if (claiming !== undefined) await claiming;
  run.memory.accounts.add(account);
  return { account, statement, destination, sessionUntil: steps.sessionUntil(statement, run) };
}

/** Core 2.7.2: ours or the identity provider's, whichever ends first. */
export function sessionUntil({ sessionNotOnOrAfter }: Statement, { now, settings }: LoginRun): number {
  return Math.min(now + settings.sessionMs, sessionNotOnOrAfter ?? Number.POSITIVE_INFINITY);
}

/** To one of our own paths. */
export function leadOn(destination: string): Response {
  return new Response(null, { status: 303, headers: { location: destination } });
}

/** Profiles 4.1.5 and 4.1.4.3: the answer to a request of this very browser, or unsolicited where that is allowed. */
export function bindRequest(statement: Statement, run: LoginRun): PendingLogin | undefined {
  const { inResponseTo } = statement;
  const { memory, settings, steps } = run;
  if (inResponseTo === undefined) {
    must(settings.allowUnsolicited, 'Response was not asked for, and unsolicited ones are switched off');
    return undefined;
  }
  const pending = need(
    memory.pending.get(inResponseTo),
    `InResponseTo ${quote(inResponseTo)} is no request that is waited for`,
  );
  for (const check of Object.values(steps.requestChecks)) check(pending, statement, run);
  return pending;
}

/** Who was asked must answer, and to the browser that asked. */
export const requestChecks: Readonly<Record<string, RequestCheck>> = {
  issuer: (pending, { issuer }) =>
    must(pending.issuer === issuer, `Issuer ${quote(issuer)} is not who was asked`),
  browser: (pending, { inResponseTo }, { browser }) =>
    must(pending.browser === browser, `InResponseTo ${quote(inResponseTo)} is a request of another browser`),
};

/** Bindings 3.5.3: what was sent with the request comes back with the response. */
export function checkRelayState(relayState: string | undefined, pending: PendingLogin | undefined): void {
  must(
    pending === undefined || relayState === pending.relayState,
    `RelayState ${quote(relayState)} is not the one sent with the request`,
  );
}

/** The account of exactly that name, or a new one where anyone may have one. */
export function findAccount(statement: Statement, { steps, memory, people }: LoginRun): string {
  const name = steps.nameOf(statement.nameId, statement.attributes);
  if (memory.accounts.has(name) || people.nameIds.includes(name)) return name;
  for (const known of [...people.nameIds, ...memory.accounts])
    if (steps.nameOf(known, []) === name) return known;
  must(people.provision === 'anyone', `Nobody is called ${quote(statement.nameId)}`);
  return name;
}

/** Nobody is turned into somebody else by a message that this browser did not ask for (login by forged request). */
export function checkSession(
  account: string,
  pending: PendingLogin | undefined,
  { memory, browser }: LoginRun,
): void {
  if (browser === undefined || pending?.browser === browser) return;
  const current = memory.sessions.get(memory.current.get(browser)?.sessionId ?? '');
  must(current === undefined || current.account === account, 'Somebody else is logged in in this browser');
}

/** Where the login began; for an unsolicited one RelayState, if it is a path of our own. */
export function destinationOf(
  relayState: string | undefined,
  pending: PendingLogin | undefined,
  { addresses }: LoginRun,
): string {
  return pending?.target ?? ownPath(relayState ?? '', addresses.origin) ?? '/';
}

/** A path, query included, that stays on our own origin; undefined for anything else. */
export function ownPath(text: string, origin: string): string | undefined {
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text)) return undefined;
  const url = URL.parse(text, origin);
  return url?.origin === origin ? url.pathname + url.search + url.hash : undefined;
}

/** Used once, by the assertion's own ID, as long as it could be used at all; its request is answered. */
export function claim({ statement }: ReadLogin, run: LoginRun): void {
  const until = statement.notOnOrAfter + run.steps.skewMs(run);
  must(
    run.memory.used.claim(keyOf(statement.issuer, statement.assertionId), until),
    'Assertion was already used',
  );
  if (statement.inResponseTo !== undefined) run.memory.pending.take(statement.inResponseTo);
}

export function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
