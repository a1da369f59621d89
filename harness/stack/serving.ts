import type { RunningStack, StackPart } from './start-stack.ts';

/** A page for a person to open, and what to do there. */
export interface Entrance {
  readonly title: string;
  readonly url: string;
  readonly hint: string;
  /** True for what is typed in elsewhere, and is no page to open. */
  readonly isValue?: true;
}

/** What `countersign serve` needs of an integration: the default export of `serve.ts` in its suite's folder makes it. */
export interface Serving {
  readonly parts: readonly StackPart[];
  /** Sets the running doubles up for a person to click through. @returns what to open; the first two in a window */
  readonly prepare: (stack: RunningStack) => Promise<readonly Entrance[]>;
  /** What is done while they are up, for example writing down what is asked of them; ends soon after the signal. */
  readonly during?: (stack: RunningStack, place: ServingPlace) => Promise<void>;
}

export interface ServingPlace {
  /** Absolute; files that stay after the end belong below it. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Says something to the person who watches. */
  readonly tell: (text: string) => void;
}
