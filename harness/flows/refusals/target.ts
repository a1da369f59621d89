import type { AttackNeed, AttackPerson } from '../../model/attack.ts';
import type { Visit } from './ports.ts';

/** Sends one request as a browser would on the wire, without following redirects or keeping cookies. */
export type Send = (request: Request) => Promise<Response>;

/** How a browser session of the target is looked at and moved, with the cookies of one jar. */
export interface JarPort {
  /** Requests with this jar's cookies; keeps what is set; follows redirects up to where the target's origins end. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The same, with all that is known of the way. */
  readonly visit: (request: Request, initiator?: string) => Promise<Visit>;
  /** `name=value` of every cookie that would go to this address. */
  readonly cookieHeader: (url: string) => string;
}

/**
 * A service provider that attacks are tried on, ours or anybody's. The harness is its identity provider: the target
 * trusts the signing keys that the runner holds, under the entity ID given here.
 */
export interface RefusalTarget {
  /** Names it in the report, for example `Identity Center (double)`. */
  readonly name: string;
  readonly mode: 'double' | 'real';
  readonly entityId: string;
  readonly acsUrl: string;
  /** Every origin of the target: a redirect that leads elsewhere, but to the identity provider, leaves it. */
  readonly origins: readonly string[];
  readonly idp: { readonly entityId: string; readonly ssoUrl: string };
  /** What an ordinary response of its identity provider has signed. */
  readonly signed: 'assertion' | 'response' | 'both';
  readonly nameIdFormat: string;
  /** The attacker with an account of their own, and whom they want to be. Both can log in. */
  readonly self: AttackPerson;
  readonly victim: AttackPerson;
  /** Opens the page that sends the browser to the identity provider; absent where logins are IdP-initiated only. */
  readonly start?: (jar: JarPort) => Promise<Response>;
  /** RelayState for an unsolicited response; none unless given. */
  readonly relayState?: string;
  /** The identity oracle: NameID, or name as the target shows it, of who is logged in with this jar's cookies. */
  readonly whoami: (jar: JarPort) => Promise<string | undefined>;
  /** What the oracle answers for these people, where it is not their NameID. */
  readonly shownAs?: { readonly self: string; readonly victim: string };
  /** PEM certificate for encrypted assertions. */
  readonly encryptionCertificate?: string;
  readonly otherIdpEntityId?: string;
  readonly otherSp?: { readonly entityId: string; readonly acsUrl: string };
  readonly restart?: () => Promise<void>;
  /** Sets how far the target's clock runs ahead, in milliseconds. */
  readonly setClock?: (offsetMs: number) => Promise<void>;
  readonly logOut?: (jar: JarPort) => Promise<void>;
  /** Address that takes LogoutRequests of the identity provider by form post. */
  readonly singleLogoutUrl?: string;
  /** Reaches a second instance behind the same addresses. */
  readonly secondNode?: Send;
  /** Other ways into an account with the same response (base64): whose credentials they gave, if any. */
  readonly redeem?: Readonly<
    Partial<Record<'sts' | 'identity-pool', (samlResponse: string) => Promise<string | undefined>>>
  >;
  /** Why the target refused last, as its audit log has it; undefined where it does not tell. */
  readonly lastRefusal?: () => Promise<string | undefined>;
  /** What it can do beyond what the fields above say. */
  readonly can: readonly AttackNeed[];
  readonly send: Send;
}
