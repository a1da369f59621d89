import type { JarPort, Send } from './target.ts';

/** One request of a visit and how it was answered. */
export interface Hop {
  readonly method: string;
  readonly url: string;
  readonly status: number;
}

/** Where a page or redirect sends the browser next, beyond the target's own origins. */
export interface Onward {
  readonly method: string;
  /** Absolute; with the query string of a form sent by GET. */
  readonly url: string;
  /** Fields of a form sent by POST, in order. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** A document that was asked for, and all that followed by itself: redirects, refreshes, forms that send themselves. */
export interface Visit {
  readonly hops: readonly Hop[];
  /** Status, address and text of the last answer. */
  readonly status: number;
  readonly url: string;
  readonly text: string;
  readonly contentType: string;
  /** What a person reads on the page; of anything but a page, the text itself. */
  readonly readText: () => string;
  readonly onward?: Onward;
}

/** A browser with cookies of its own. */
export interface BrowserPort extends JarPort {
  /**
   * Goes to an address and follows what happens by itself, up to where the target's origins end.
   * @param initiator origin of the page that sends the browser there; absent for an address that was typed
   */
  readonly visit: (request: Request, initiator?: string) => Promise<Visit>;
  /** What the last `fetch` or `visit` came to. */
  readonly last: () => Visit | undefined;
  /** Another browser with the same cookies, which from then on are its own. */
  readonly clone: () => BrowserPort;
  /** The same browser, cookies and all, whose requests go another way. */
  readonly through: (send: Send) => BrowserPort;
  /** Everything in the jar, for comparisons: place, name and value in a line. */
  readonly allCookies: () => readonly string[];
  /** Another browser with just the cookies of this one that are not in the list. */
  readonly withoutCookies: (known: readonly string[]) => BrowserPort;
}

/** An address on this machine that only one attempt names. */
export interface Bait {
  readonly url: string;
  /** True once anything asked for it, or for anything below it. */
  readonly wasFetched: () => boolean;
}

/** Lays a new bait for every attempt, so that what one target fetched is not taken for another's doing. */
export interface CanaryPort {
  readonly lay: (attack: string) => Bait;
}

/** Milliseconds of a clock that never runs backwards; only differences mean anything. */
export type Stopwatch = () => number;
