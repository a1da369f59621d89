import type { AttackOutcome, Jar } from './attack.ts';
import type { CveId, SpecRef } from './spec.ts';
import type { WeaknessId } from './weaknesses.ts';

/** One message that an attack sent to the target, and what came back. Long values are shortened in the middle. */
export interface RefusalExchange {
  readonly jar: Jar;
  readonly method: string;
  readonly url: string;
  /** The message as XML where it is readable, else the parameter as it was sent. */
  readonly message?: string;
  readonly relayState?: string;
  /** How many copies were sent at one instant; absent for one. */
  readonly copies?: number;
  /** The last answer, after redirects within the target. */
  readonly answer: {
    readonly status: number;
    /** Address of the last page. */
    readonly url: string;
    /** Where it leads the browser, if away from the target. */
    readonly leadsTo?: string;
    /** Visible text of the page, shortened. */
    readonly text: string;
  };
}

/** What came of one attack on one target. */
export interface RefusalResult {
  /** Id of the mutation: family and name. */
  readonly attack: string;
  readonly family: string;
  readonly title: string;
  readonly against: 'sp' | 'idp';
  /** How it works and what it hopes for. */
  readonly mechanism: string;
  readonly outcome: AttackOutcome;
  /** One sentence: why the outcome is what it is. */
  readonly says: string;
  /** Why the standard lets a target take the message: set for attacks that lead to a warning at most. */
  readonly advisory?: string;
  /** Whom the identity oracle named after the last step, by cookie jar; empty when nobody was logged in. */
  readonly loggedIn: readonly { readonly jar: Jar; readonly who: string }[];
  /** Why the target refused, as its own audit log has it; absent where it does not tell. */
  readonly auditReason?: string;
  readonly exchanges: readonly RefusalExchange[];
  /** What a target that falls lacks; the sentence completes "The target …". */
  readonly weaknesses: readonly { readonly id: WeaknessId; readonly says: string }[];
  /** What to do about a fall, as imperative sentences. */
  readonly advice: readonly string[];
  readonly refs: readonly SpecRef[];
  readonly cves: readonly CveId[];
  readonly durationMs: number;
}

/** The attacks on one target: what they were, between which controls, and who allowed them. */
export interface RefusalRun {
  /** Names the target in every report. */
  readonly target: string;
  /** Integration of the configuration that it belongs to; absent for a target given by hand. */
  readonly integration?: string;
  readonly mode: 'double' | 'real';
  readonly against: 'sp' | 'idp';
  readonly origins: readonly string[];
  /** How the messages were sent. */
  readonly driver: 'http' | 'browser';
  /** Absent on loopback, where nobody has to allow them. */
  readonly allowed?: { readonly by: string; readonly file: string };
  /** Genuine logins made before, between and after the attacks. */
  readonly controls: { readonly made: number; readonly failed: number };
  readonly durationMs: number;
  /** In the order of the catalogue. */
  readonly results: readonly RefusalResult[];
  /** Attacks that this driver cannot send, one sentence each. */
  readonly leftOut: readonly string[];
}
