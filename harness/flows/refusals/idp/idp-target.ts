import type { AttackNeed, AttackPerson, AttackStep } from '../../../model/attack.ts';
import type { PhonePlan } from '../../../model/phone.ts';
import type { SigningPair } from '../../../saml/mutation-context.ts';
import type { BrowserPort, Visit } from '../ports.ts';
import type { Send } from '../target.ts';

/** What may be launched at an identity provider, and must not be. */
export type Launch = Extract<AttackStep, { step: 'launch' }>['what'];

/** What came of answering a login page. */
export interface Confirmed {
  /** The page or form on which the login ended in the browser that began it. */
  readonly visit: Visit;
  /** Status of each answer to something that was sent a second time. */
  readonly repeated: readonly number[];
}

/** An identity provider that attacks are tried on. The harness is a service provider that it knows. */
export interface IdpTarget {
  /** Names it in the report, for example `1Kosmos (double)`. */
  readonly name: string;
  readonly mode: 'double' | 'real';
  readonly entityId: string;
  readonly ssoUrl: string;
  readonly origins: readonly string[];
  /** The service provider that the harness is; with a key it signs its requests. */
  readonly sp: {
    readonly entityId: string;
    readonly acsUrl: string;
    readonly nameIdFormat: string;
    readonly key?: SigningPair;
  };
  /** Another one that it knows. */
  readonly otherSp?: { readonly entityId: string; readonly acsUrl: string };
  readonly self: AttackPerson;
  readonly victim: AttackPerson;
  /** True for the page that asks a person to log in. */
  readonly isLoginPage: (visit: Visit) => boolean;
  /** Answers the login page that a browser is on, as its owner or as the plan says, and goes on to where that leads. */
  readonly confirm: (
    browser: BrowserPort,
    page: Visit,
    who: AttackPerson,
    plan: Partial<PhonePlan>,
  ) => Promise<Confirmed>;
  /** Arranges it and gives the address that starts a login; `undo` puts everything back. */
  readonly launch?: (what: Launch) => Promise<{ readonly url: string; readonly undo: () => Promise<void> }>;
  /** Puts the provider's clock back after a plan that let time pass. */
  readonly resetClock?: () => Promise<void>;
  readonly restart?: () => Promise<void>;
  /** Why it refused last, as its own log has it. */
  readonly lastRefusal?: () => Promise<string | undefined>;
  readonly can: readonly AttackNeed[];
  readonly send: Send;
}
