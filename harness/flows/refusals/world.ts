import type { SignerName } from '../../model/attack.ts';
import type { MutationContext } from '../../model/mutation.ts';
import type { SigningPair } from '../../saml/mutation-context.ts';
import type { Issuer } from './issuer.ts';
import type { Bait, BrowserPort, Stopwatch } from './ports.ts';
import type { RefusalTarget } from './target.ts';

/** What every attack on one target has in common. */
export interface World {
  readonly target: RefusalTarget;
  readonly issuer: Issuer;
  readonly keys: Readonly<Partial<Record<SignerName, SigningPair>>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly stopwatch: Stopwatch;
  readonly openBrowser: () => BrowserPort;
  /** The address that this attempt may name, where there is a listener. */
  readonly bait?: Bait | undefined;
  readonly encrypt: MutationContext['encrypt'];
}

/** What the oracle says when this person is logged in. */
export function shownName(target: RefusalTarget, person: 'self' | 'victim'): string {
  return target.shownAs?.[person] ?? target[person].nameId;
}

export function idpOrigin({ idp }: RefusalTarget): string {
  return new URL(idp.ssoUrl).origin;
}

export function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

/** The message of an error, its cause, and no full stop. */
export function describeError(reason: unknown): string {
  const error = toError(reason);
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return `${error.message}${cause}`.replace(/\.$/, '');
}
